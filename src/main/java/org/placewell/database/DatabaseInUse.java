package org.placewell.database;

import java.nio.file.Path;

/** Another Placewell already works in the data folder. Its message is all that a person needs to read. */
public final class DatabaseInUse extends RuntimeException {

    DatabaseInUse(Path folder) {
        super("Another Placewell is already using the folder " + folder
                + ". Stop it first, or give this one a folder of its own with --placewell.database.folder=…");
    }
}
