// The AWS SDK warns on Node 20 that its support ends in January 2027. The deployed runtime is newer, so here it is only noise.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
