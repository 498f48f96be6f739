import { createRoot } from 'react-dom/client';
import { App } from './App';
import { startCoreServices } from './coreServices';

const root = document.getElementById('root');
if (root === null) {
  throw new Error('The page has no root element.');
}
await startCoreServices();
createRoot(root).render(<App />);
