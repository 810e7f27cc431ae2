package org.placewell.database;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One Placewell at a time works in a data folder. The operating system drops the lock when the process dies, however it dies:
 * whoever holds it knows that a server still running there has lost its owner.
 */
record FolderLock(Path folder, FileChannel channel) implements Closeable {

    /** Kept beside the system's locks, because closing any channel to a file drops all of a process's locks on it. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /**
     * Takes the lock, creating the folder when needed.
     *
     * @throws DatabaseInUse when another Placewell holds it
     */
    static FolderLock take(Path wanted) throws IOException {
        var folder = Files.createDirectories(wanted).toRealPath();
        if (!HELD.add(folder)) {
            throw new DatabaseInUse(folder);
        }
        var channel = FileChannel.open(folder.resolve("placewell.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            HELD.remove(folder);
            throw new DatabaseInUse(folder);
        }
        return new FolderLock(folder, channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(folder);
    }
}
