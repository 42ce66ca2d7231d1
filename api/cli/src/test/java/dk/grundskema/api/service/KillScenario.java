package dk.grundskema.api.service;

import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.ServiceProcess;
import dk.grundskema.api.service.testing.TestPlans;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Kills the service with SIGKILL at random moments and restarts it. Meanwhile one client edits a plan's problem, undoes and redoes; another solves a
 * second plan repeatedly; a third edits the timetable of a third plan by hand and enters absences and attendance. After each start all acknowledged
 * data is verified.
 */
final class KillScenario {
    private static final long SHORTEST_MILLIS = 200;
    private static final long LONGEST_MILLIS = 4000;

    private final ServiceSettings settings;
    private final Path folder;
    private final Random random;
    private final int kills;
    private final Consumer<String> log;
    private final List<Long> startMillis = new ArrayList<>();

    /**
     * @param database  the database
     * @param folder    an empty folder for it
     * @param seed      decides the moments
     * @param kills     how many
     * @param log       receives progress messages
     */
    KillScenario(TestDatabase database, Path folder, long seed, int kills, Consumer<String> log) {
        this.settings = database.fresh(folder);
        this.folder = folder;
        this.random = new Random(seed);
        this.kills = kills;
        this.log = log;
    }

    /**
     * Result of a run.
     *
     * @param kills     number of kills
     * @param revisions number of acknowledged revisions
     * @param byHand    number of acknowledged manual edits, absences and attendance entries
     * @param solves    number of solves
     * @param ended     number of solves that ended normally; the others were given up after three deaths
     * @param wrong     all errors
     */
    record Outcome(int kills, int revisions, int byHand, int solves, int ended, List<String> wrong) {}

    Outcome run() throws Exception {
        var wrong = new ArrayList<String>();
        ProblemEditProbe editing;
        SolveProbe solving;
        ManualEditProbe hand;
        try (ServiceProcess first = ServiceProcess.start(folder, settings)) {
            editing = new ProblemEditProbe(TestPlans.createCampPlan(first.administrator()), random.nextLong());
            solving = new SolveProbe(TestPlans.createCampPlan(first.administrator()), random.nextLong());
            hand = new ManualEditProbe(
                    first.administrator(), TestPlans.createCampPlan(first.administrator()), random.nextLong());
            disturb(first, editing, solving, hand, true);
        }
        for (int i = 1; i <= kills; i++) {
            long began = System.nanoTime();
            try (ServiceProcess next = ServiceProcess.start(folder, settings)) {
                startMillis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
                int kill = i;
                editing.check(next.administrator()).forEach(one -> wrong.add("kill " + kill + ": " + one));
                solving.check(next.administrator()).forEach(one -> wrong.add("kill " + kill + ": " + one));
                hand.check(next.administrator()).forEach(one -> wrong.add("kill " + kill + ": " + one));
                log.accept("kill %d: ready after %d ms; %d revisions, %d by hand, %d solves acknowledged; %d wrong"
                        .formatted(
                                i,
                                startMillis.getLast(),
                                editing.count(),
                                hand.count(),
                                solving.count(),
                                wrong.size()));
                if (i < kills) {
                    disturb(next, editing, solving, hand, i % 2 == 0);
                } else {
                    editing.checkAll(next.administrator()).forEach(one -> wrong.add("in the end: " + one));
                    solving.checkEnds(next.administrator()).forEach(one -> wrong.add("in the end: " + one));
                }
            }
        }
        return new Outcome(kills, editing.count(), hand.count(), solving.count(), solving.ended(), wrong);
    }

    /**
     * Runs all clients until the process is killed.
     *
     * @param isPatient whether the kill waits until each client has an acknowledgement, even on a slow machine; otherwise it comes at any time
     */
    private void disturb(
            ServiceProcess process,
            ProblemEditProbe editing,
            SolveProbe solving,
            ManualEditProbe hand,
            boolean isPatient)
            throws Exception {
        var isOver = new AtomicBoolean();
        int edited = editing.count();
        int changed = hand.count();
        int looked = solving.looks();
        try (var threads = Executors.newFixedThreadPool(3)) {
            Future<?> one = threads.submit(() -> workUntil(isOver, () -> editing.step(process.administrator())));
            Future<?> other = threads.submit(() -> workUntil(isOver, () -> solving.step(process.administrator())));
            Future<?> third = threads.submit(() -> workUntil(isOver, () -> hand.step(process.administrator())));
            if (isPatient) {
                Polling.until(
                        "all of them were told something",
                        () -> (editing.count() > edited && hand.count() > changed && solving.looks() > looked)
                                || one.isDone()
                                || other.isDone()
                                || third.isDone());
            }
            Thread.sleep(SHORTEST_MILLIS + random.nextLong(LONGEST_MILLIS - SHORTEST_MILLIS));
            process.kill();
            isOver.set(true);
            one.get(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS);
            third.get(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS);
            other.get(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static void workUntil(AtomicBoolean isOver, Runnable step) {
        while (!isOver.get()) {
            try {
                step.run();
            } catch (UncheckedIOException killed) {
                return;
            }
        }
    }
}
