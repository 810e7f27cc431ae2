/** The waiting list as the model calls it. */
package org.placewell.waitinglist.process;
