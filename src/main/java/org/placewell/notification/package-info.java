/** Messages to people inside the service: what happened and where to look, never who it is about. */
package org.placewell.notification;
