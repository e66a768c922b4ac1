export { PrintButton } from '@/app/_components/ui/PrintButton';
