/**
 * Evidence: what has to be shown for a claim, the papers that show it, the automatic checks, and the validators' decisions.
 * Other rooms use {@link org.placewell.evidence.Evidence} and the public records of this package.
 */
package org.placewell.evidence;
