/** The waiting list: position is priority, then wait. */
package org.placewell.waitinglist;
