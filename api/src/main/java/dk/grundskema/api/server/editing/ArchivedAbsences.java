package dk.grundskema.api.server.editing;

import dk.grundskema.api.platform.Read;
import dk.grundskema.api.platform.RecordReader;
import dk.grundskema.api.server.plans.Archived;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Who was away when goes where a plan's archive goes; why stays here, for an archive is a file that anybody can be given. */
@Component
final class ArchivedAbsences implements Archived {
    private static final int MOST = 100_000;

    private final Absences absences;

    ArchivedAbsences(Absences absences) {
        this.absences = absences;
    }

    /**
     * All absences of a plan, without reasons.
     *
     * @param items in order of time
     */
    record Part(List<Absences.Made> items) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if there are too many, or two with one id */
        Part {
            items = List.copyOf(items);
            new Checks()
                    .range("items", items.size(), 0, MOST)
                    .distinct("items", items.stream().map(Absences.Made::id).toList())
                    .done();
        }
    }

    @Override
    public String part() {
        return "absences";
    }

    @Override
    public Optional<Part> of(PlanId plan) {
        List<Absences.Made> all = absences.made(plan).stream()
                .map(one -> one.by(Archived.unmarked(one.author())))
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(new Part(all));
    }

    @Override
    public Consumer<PlanId> read(String json, List<Finding> findings) {
        return switch (new RecordReader(Map.of()).read(json, Part.class)) {
            case Read.Good<Part> good ->
                plan -> good.value()
                        .items()
                        .forEach(one -> absences.restore(plan, one.by(Archived.elsewhere(one.author()))));
            case Read.Bad<Part> bad -> {
                findings.addAll(bad.findings());
                yield plan -> {};
            }
        };
    }
}
