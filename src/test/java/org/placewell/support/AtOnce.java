package org.placewell.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many hands at the same moment, for tests of races. */
public final class AtOnce {

    private AtOnce() {}

    /** Runs everything at the same moment on so many threads; a failure fails the test. */
    public static <T> List<T> run(int threads, List<Callable<T>> work) throws InterruptedException {
        var pool = Executors.newFixedThreadPool(threads);
        var start = new CountDownLatch(1);
        try {
            var futures = new ArrayList<Future<T>>();
            for (var one : work) {
                futures.add(pool.submit(() -> {
                    start.await();
                    return one.call();
                }));
            }
            start.countDown();
            var answers = new ArrayList<T>();
            for (var future : futures) {
                try {
                    answers.add(future.get());
                } catch (ExecutionException e) {
                    throw new AssertionError(e.getCause());
                }
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
