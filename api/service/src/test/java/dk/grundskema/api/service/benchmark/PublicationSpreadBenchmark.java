package dk.grundskema.api.service.benchmark;

import java.io.IOException;
import java.util.Locale;

/** Measures the time until a publication of a large plan is in all its calendars. */
final class PublicationSpreadBenchmark {
    private static final int CLIENTS = 4;
    private static final int REST_MILLIS = 500;
    private static final double AT_REST = 0.15;

    private final MeasuredService service;
    private final SubscribedPlan plan;

    PublicationSpreadBenchmark(MeasuredService service, SubscribedPlan plan) {
        this.service = service;
        this.plan = plan;
    }

    /** Publishes the plan under another name and requests all calendars at once. */
    void print(String mark) throws Exception {
        plan.rename(mark);
        awaitIdle();
        double worked = service.processorSeconds();
        long begun = System.nanoTime();
        plan.publish();
        long answered = System.nanoTime();
        double published = service.processorSeconds();
        LatencyResult waited = new LoadGenerator(service.port(), CLIENTS)
                .runAll(plan.calendars().size(), (connection, number) -> {
                    SubscribedCalendar one = plan.calendars().get(number);
                    if (!one.checkContent(one.get(connection)).contains(mark)) {
                        throw new IOException("A calendar doesn't say what was published last.");
                    }
                });
        long read = System.nanoTime();
        waited.print("calendars of the large plan after its publication, %d clients".formatted(CLIENTS));
        awaitIdle();
        System.out.printf(
                Locale.ROOT,
                "of the processor's time %.2f s until the publication was answered, %.2f s from then until the service was at rest%n",
                published - worked,
                service.processorSeconds() - published);
        System.out.printf(
                Locale.ROOT,
                "publication answered after %.2f s; %d clients had read all %d calendars with %d events %.2f s after that, %.2f s after its begin%n",
                (answered - begun) / 1e9,
                CLIENTS,
                plan.calendars().size(),
                plan.calendars().stream().mapToInt(SubscribedCalendar::events).sum(),
                (read - answered) / 1e9,
                (read - begun) / 1e9);
    }

    /** Publishes the plan under another name and waits, without requests, until the service is idle. */
    void printAlone(String mark) throws Exception {
        plan.rename(mark);
        awaitIdle();
        long begun = System.nanoTime();
        plan.publish();
        long answered = System.nanoTime();
        double atRest = awaitIdle();
        System.out.printf(
                Locale.ROOT,
                "publication answered after %.2f s; without anybody asking the service had worked out all calendars %.1f s after that%n",
                (answered - begun) / 1e9,
                Math.max(0, atRest));
    }

    /** Waits until the service has had next to nothing to do for a moment; how long that moment is ago that it began, since now. */
    private double awaitIdle() throws Exception {
        long begun = System.nanoTime();
        long rested = begun;
        double worked = service.processorSeconds();
        while (true) {
            Thread.sleep(REST_MILLIS);
            double now = service.processorSeconds();
            if (now - worked < AT_REST * REST_MILLIS / 1000) {
                return (rested - begun) / 1e9;
            }
            worked = now;
            rested = System.nanoTime();
        }
    }
}
