import { useState } from 'react';
import { Navigate, useLocation } from 'react-router-dom';
import { exploreApp } from './exploreApp';
import { appPath, explorePath } from './routes';

/** The app below `/a/<app id>`. Its state lives in the address, so it starts afresh each time that it is opened. */
export function ExploreApp() {
  const [app] = useState(exploreApp);
  const { pathname } = useLocation();
  if (pathname.replace(/\/$/, '') === appPath) {
    return <Navigate to={explorePath} replace />;
  }
  return <app.Component model={app} />;
}
