package dk.grundskema.api.service.archive;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.json.RecordReader;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.StudentNumberRepository;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Archives the numbers assigned to students, so that they are not reassigned in another installation either. */
@Component
final class StudentNumberArchivePart implements ArchivePart {
    private final PlanStore plans;
    private final StudentNumberRepository numbers;

    StudentNumberArchivePart(PlanStore plans, StudentNumberRepository numbers) {
        this.plans = plans;
        this.numbers = numbers;
    }

    /**
     * All numbers assigned in a plan and its scenarios.
     *
     * @param items ordered by number
     */
    record Part(List<AssignedNumber> items) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if a number occurs twice */
        Part {
            items = List.copyOf(items);
            new RecordValidator()
                    .distinct(
                            "items", items.stream().map(AssignedNumber::number).toList())
                    .throwIfInvalid();
        }
    }

    /**
     * An assigned number.
     *
     * @param number  number, from 1
     * @param student id of the student
     */
    record AssignedNumber(int number, StudentId student) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if the number is out of range */
        AssignedNumber {
            new RecordValidator()
                    .range("number", number, 1, Student.HIGHEST_NUMBER)
                    .throwIfInvalid();
        }
    }

    @Override
    public String partName() {
        return "numbers";
    }

    @Override
    public Optional<Part> export(PlanId plan) {
        var all = new ArrayList<AssignedNumber>();
        numbers.findAssigned(plans.get(plan).family())
                .whose()
                .forEach((number, student) -> all.add(new AssignedNumber(number, student)));
        return all.isEmpty() ? Optional.empty() : Optional.of(new Part(all));
    }

    @Override
    public Consumer<PlanId> read(String json, List<Finding> findings) {
        return switch (new RecordReader(Map.of()).read(json, Part.class)) {
            case ReadResult.Success<Part> good ->
                plan -> {
                    var whose = new TreeMap<Integer, StudentId>();
                    good.value().items().forEach(one -> whose.put(one.number(), one.student()));
                    numbers.store(plans.get(plan).family(), whose);
                };
            case ReadResult.Failure<Part> bad -> {
                findings.addAll(bad.findings());
                yield plan -> {};
            }
        };
    }
}
