import { useState } from 'react';
import { Navigate, useLocation } from 'react-router-dom';
import { sceneApp } from './sceneApp';
import { explorePath } from './routes';

/**
 * The app below `/a/<app id>`. Its state lives in the address, so it starts afresh each time that it is opened, and when
 * the menu's link, whose address says nothing, is followed while it is open.
 */
export function ExploreApp() {
  const { pathname, search, key } = useLocation();
  const [openedBy, setOpenedBy] = useState(key);
  if (search === '' && key !== openedBy) {
    setOpenedBy(key);
  }
  if (pathname !== explorePath && !pathname.startsWith(`${explorePath}/`)) {
    return <Navigate to={explorePath} replace />;
  }
  return <OpenedApp key={openedBy} />;
}

function OpenedApp() {
  const [app] = useState(sceneApp);
  return <app.Component model={app} />;
}
