export { demoBrands } from './demo-brands.ts';
export type { DemoInstallation } from './demo-installation.ts';
export { DemoService } from './demo-service.ts';
export { publishedSignIns } from './published-sign-ins.ts';
export { runDemo, seedDemo } from './run-demo.ts';
export { isOnlyDemo } from './store/demo-people.ts';
