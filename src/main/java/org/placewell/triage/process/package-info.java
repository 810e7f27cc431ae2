/** Triage as the model calls it. */
package org.placewell.triage.process;
