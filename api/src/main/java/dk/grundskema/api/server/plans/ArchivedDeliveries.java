package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Read;
import dk.grundskema.api.platform.RecordReader;
import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.timetable.Delivery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What came of a plan's meetings goes where its archive goes. */
@Component
final class ArchivedDeliveries implements Archived {
    private static final int MOST = 100_000;
    private static final int LONGEST = 40_000;

    private final Deliveries deliveries;

    ArchivedDeliveries(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /**
     * All that was entered about a plan's meetings.
     *
     * @param items in order of dates
     */
    record Part(List<Deliveries.Entered> items) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if there are too many, two of one meeting and date, or one that is too long */
        Part {
            items = List.copyOf(items);
            var checks = new Checks()
                    .range("items", items.size(), 0, MOST)
                    .distinct(
                            "items",
                            items.stream()
                                    .map(Deliveries.Entered::delivery)
                                    .map(one -> one.sessionId() + " " + one.date())
                                    .toList());
            for (int i = 0; i < items.size(); i++) {
                Delivery one = items.get(i).delivery();
                checks.that(
                        Deliveries.written(one.absent()).length() <= LONGEST,
                        "items/" + i + "/delivery/absent",
                        "archive.too-long");
            }
            checks.done();
        }
    }

    @Override
    public String part() {
        return "deliveries";
    }

    @Override
    public Optional<Part> of(PlanId plan) {
        List<Deliveries.Entered> all = deliveries.entered(plan).stream()
                .map(one -> new Deliveries.Entered(one.delivery(), Archived.unmarked(one.author()), one.made()))
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(new Part(all));
    }

    @Override
    public Consumer<PlanId> read(String json, List<Finding> findings) {
        return switch (new RecordReader(Map.of()).read(json, Part.class)) {
            case Read.Good<Part> good ->
                plan -> good.value()
                        .items()
                        .forEach(one -> deliveries.insert(
                                plan,
                                new Deliveries.Entered(one.delivery(), Archived.elsewhere(one.author()), one.made())));
            case Read.Bad<Part> bad -> {
                findings.addAll(bad.findings());
                yield plan -> {};
            }
        };
    }
}
