/** Pages and forms about a referral. */
package org.placewell.referral.web;
