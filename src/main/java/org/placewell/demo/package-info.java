/**
 * Fictional people and the people who work for them, played through the real services, forms and engine with a moved clock:
 * for the demo service and for the simulation. Nothing in here writes to a table of another room.
 */
package org.placewell.demo;
