/** Who has room for whom: places on a specialist's caseload. */
package org.placewell.caseload;
