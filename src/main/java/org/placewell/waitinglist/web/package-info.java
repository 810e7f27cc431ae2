/** The page and the forms of the waiting list. */
package org.placewell.waitinglist.web;
