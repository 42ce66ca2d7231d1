package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Read;
import dk.grundskema.api.platform.RecordReader;
import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Which number was whose goes where a plan's archive goes, so that nobody gets another's there either. */
@Component
final class ArchivedNumbers implements Archived {
    private final Plans plans;
    private final StudentNumbers numbers;

    ArchivedNumbers(Plans plans, StudentNumbers numbers) {
        this.plans = plans;
        this.numbers = numbers;
    }

    /**
     * All numbers that were given in a plan and its scenarios.
     *
     * @param items in order of numbers
     */
    record Part(List<Given> items) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is of two */
        Part {
            items = List.copyOf(items);
            new Checks()
                    .distinct("items", items.stream().map(Given::number).toList())
                    .done();
        }
    }

    /**
     * A number that was given.
     *
     * @param number  from 1
     * @param student whose it is
     */
    record Given(int number, StudentId student) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if the number is out of range */
        Given {
            new Checks().range("number", number, 1, Student.HIGHEST_NUMBER).done();
        }
    }

    @Override
    public String part() {
        return "numbers";
    }

    @Override
    public Optional<Part> of(PlanId plan) {
        var all = new ArrayList<Given>();
        numbers.given(plans.get(plan).family())
                .whose()
                .forEach((number, student) -> all.add(new Given(number, student)));
        return all.isEmpty() ? Optional.empty() : Optional.of(new Part(all));
    }

    @Override
    public Consumer<PlanId> read(String json, List<Finding> findings) {
        return switch (new RecordReader(Map.of()).read(json, Part.class)) {
            case Read.Good<Part> good ->
                plan -> {
                    var whose = new TreeMap<Integer, StudentId>();
                    good.value().items().forEach(one -> whose.put(one.number(), one.student()));
                    numbers.keep(plans.get(plan).family(), whose);
                };
            case Read.Bad<Part> bad -> {
                findings.addAll(bad.findings());
                yield plan -> {};
            }
        };
    }
}
