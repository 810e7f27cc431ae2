/** Forms of triage. */
package org.placewell.triage.web;
