/** Putting a wrong record right: proposed with its reason, shown with its consequences, applied once, never rewritten. */
package org.placewell.correction;
