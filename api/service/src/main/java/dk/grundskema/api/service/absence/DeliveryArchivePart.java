package dk.grundskema.api.service.absence;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.json.RecordReader;
import dk.grundskema.api.service.archive.ArchivePart;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.timetable.Delivery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Archives the records of meetings. */
@Component
final class DeliveryArchivePart implements ArchivePart {
    private static final int MAX_ENTRIES = 100_000;
    private static final int MAX_TEXT_LENGTH = 40_000;

    private final DeliveryRepository deliveries;

    DeliveryArchivePart(DeliveryRepository deliveries) {
        this.deliveries = deliveries;
    }

    /**
     * All records of a plan's meetings.
     *
     * @param items ordered by date
     */
    record Part(List<DeliveryRepository.DeliveryEntry> items) {
        /**
         * @throws dk.grundskema.domain.finding.InvalidValueException if there are too many, two of the same meeting and date, or one that is too
         *     long
         */
        Part {
            items = List.copyOf(items);
            var checks = new RecordValidator()
                    .range("items", items.size(), 0, MAX_ENTRIES)
                    .distinct(
                            "items",
                            items.stream()
                                    .map(DeliveryRepository.DeliveryEntry::delivery)
                                    .map(one -> one.sessionId() + " " + one.date())
                                    .toList());
            for (int i = 0; i < items.size(); i++) {
                Delivery one = items.get(i).delivery();
                checks.require(
                        DeliveryRepository.absentJson(one.absent()).length() <= MAX_TEXT_LENGTH,
                        "items/" + i + "/delivery/absent",
                        "archive.too-long");
            }
            checks.throwIfInvalid();
        }
    }

    @Override
    public String partName() {
        return "deliveries";
    }

    @Override
    public Optional<Part> export(PlanId plan) {
        List<DeliveryRepository.DeliveryEntry> all = deliveries.entries(plan).stream()
                .map(one -> new DeliveryRepository.DeliveryEntry(
                        one.delivery(), ArchivePart.unmarkForeign(one.author()), one.made()))
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(new Part(all));
    }

    @Override
    public Consumer<PlanId> read(String json, List<Finding> findings) {
        return switch (new RecordReader(Map.of()).read(json, Part.class)) {
            case ReadResult.Success<Part> good ->
                plan -> good.value()
                        .items()
                        .forEach(one -> deliveries.insert(
                                plan,
                                new DeliveryRepository.DeliveryEntry(
                                        one.delivery(), ArchivePart.markForeign(one.author()), one.made())));
            case ReadResult.Failure<Part> bad -> {
                findings.addAll(bad.findings());
                yield plan -> {};
            }
        };
    }
}
