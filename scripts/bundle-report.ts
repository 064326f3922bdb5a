import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Budget, budgetFor } from './bundle-report/budget';
import { type ReportOptions, readReportOptions, USAGE } from './bundle-report/options';
import { reportOf, tableOf } from './bundle-report/report';
import {
  BUDGET_FILE,
  buildShipment,
  readBudget,
  type Shipment,
  supplyChainFindings,
} from './bundle-report/supply-chain';
import { print, runCommand } from './run-command';

/** Print what ships in the function, with versions, licences and bytes; fail on whatever its budget or the lock file does not allow. */
async function bundleReport({ json, writeBudget }: ReportOptions): Promise<void> {
  const shipment = await buildShipment();
  const budget = writeBudget ? await rewriteBudget(shipment) : await readBudget();
  const findings = await supplyChainFindings(shipment, budget);
  const report = reportOf(shipment.bundle, shipment.shipped, budget, findings);
  print(tableOf(report, budget));
  if (json !== null) {
    await mkdir(path.dirname(json), { recursive: true });
    await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
    print(`Written to ${json}`);
  }
  if (findings.length > 0) throw new Error(findings.join('\n'));
}

async function rewriteBudget({ bundle, shipped }: Shipment): Promise<Budget> {
  const budget = budgetFor(bundle, shipped);
  await writeFile(BUDGET_FILE, `${JSON.stringify(budget, null, 2)}\n`);
  return budget;
}

runCommand({ usage: USAGE, readOptions: readReportOptions, run: bundleReport });
