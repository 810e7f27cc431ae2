package org.placewell.demo;

import java.util.List;

/** Fictional employers and the jobs they give. */
final class Employers {

    private static final List<String> NAMES = List.of("Marsh Lane Nursery", "Corner House Bakery", "Lockside Garden Centre", "Brightwater Laundry",
            "Hart & Daughters Hardware", "The Old Ropery Café", "Lea Valley Couriers", "Fernhill Care Home", "Northgate Print Shop", "Willow Street School Kitchens",
            "Canal Yard Bikes", "Greenfield Supermarket", "Five Bells Hotel", "Sunrise Cleaning", "Tollgate Warehouse", "Riverside Leisure Centre",
            "Parkway Opticians", "Silver Birch Books", "Ashgrove Joinery", "Beacon Call Centre");
    private static final List<String> JOBS = List.of("Kitchen assistant", "Warehouse operative", "Care assistant", "Sales assistant", "Administrator",
            "Nursery assistant", "Delivery driver", "Cleaner", "Gardener", "Receptionist", "Barista", "Teaching assistant", "Bicycle mechanic",
            "Call handler", "Data clerk");

    private Employers() {}

    static String name(int number) {
        return NAMES.get(Math.floorMod(number, NAMES.size()));
    }

    static String job(int number) {
        return JOBS.get(Math.floorMod(number, JOBS.size()));
    }
}
