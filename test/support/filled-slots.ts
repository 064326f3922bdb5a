export { filledSlots } from '../../simulator/filled-slots';
