package dk.grundskema.api.service.absence;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.json.RecordReader;
import dk.grundskema.api.service.archive.ArchivePart;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.RecordValidator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Archives absences without their reasons, because an archive is a file that can be passed on to anybody. */
@Component
final class AbsenceArchivePart implements ArchivePart {
    private static final int MAX_ENTRIES = 100_000;

    private final AbsenceRepository absences;

    AbsenceArchivePart(AbsenceRepository absences) {
        this.absences = absences;
    }

    /**
     * All absences of a plan, without reasons.
     *
     * @param items in chronological order
     */
    record Part(List<AbsenceRepository.AbsenceRecord> items) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if there are too many, or an id occurs twice */
        Part {
            items = List.copyOf(items);
            new RecordValidator()
                    .range("items", items.size(), 0, MAX_ENTRIES)
                    .distinct(
                            "items",
                            items.stream()
                                    .map(AbsenceRepository.AbsenceRecord::id)
                                    .toList())
                    .throwIfInvalid();
        }
    }

    @Override
    public String partName() {
        return "absences";
    }

    @Override
    public Optional<Part> export(PlanId plan) {
        List<AbsenceRepository.AbsenceRecord> all = absences.findWithoutReasons(plan).stream()
                .map(one -> one.withAuthor(ArchivePart.unmarkForeign(one.author())))
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(new Part(all));
    }

    @Override
    public Consumer<PlanId> read(String json, List<Finding> findings) {
        return switch (new RecordReader(Map.of()).read(json, Part.class)) {
            case ReadResult.Success<Part> good ->
                plan -> good.value()
                        .items()
                        .forEach(one -> absences.restore(plan, one.withAuthor(ArchivePart.markForeign(one.author()))));
            case ReadResult.Failure<Part> bad -> {
                findings.addAll(bad.findings());
                yield plan -> {};
            }
        };
    }
}
