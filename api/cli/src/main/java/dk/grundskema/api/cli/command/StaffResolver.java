package dk.grundskema.api.cli.command;

import dk.grundskema.api.documents.json.SpellingSuggester;
import dk.grundskema.api.documents.problem.PersonNameFormatter;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Resolves staff members as typed: an id, a name, or a first name that only one of them has. */
public final class StaffResolver {
    private StaffResolver() {}

    /**
     * Returns the staff member that is meant; empty if there is none, or several.
     *
     * @param findings takes the error then
     */
    public static Optional<StaffId> resolve(Problem problem, String given, Consumer<Finding> findings) {
        String name = given.strip();
        List<StaffMember> meant = Stream.<Predicate<StaffMember>>of(
                        one -> one.id().value().equals(name),
                        one -> PersonNameFormatter.format(one.name())
                                .equalsIgnoreCase(PersonNameFormatter.format(name)),
                        one -> PersonNameFormatter.firstName(one.name()).equalsIgnoreCase(name))
                .map(is -> problem.staff().stream().filter(is).toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (meant.size() == 1) {
            return Optional.of(meant.getFirst().id());
        }
        if (meant.isEmpty()) {
            List<String> known = problem.staff().stream()
                    .flatMap(one -> Stream.of(
                            PersonNameFormatter.firstName(one.name()),
                            one.name(),
                            one.id().value()))
                    .toList();
            findings.accept(SpellingSuggester.suggest(name, known)
                    .map(near -> Finding.error("replan.unknown-staff-near", "", name, near))
                    .orElseGet(() -> Finding.error("replan.unknown-staff", "", name)));
        } else {
            findings.accept(Finding.error(
                    "replan.several-staff",
                    "",
                    name,
                    meant.stream()
                            .map(one -> one.name() + " (" + one.id() + ")")
                            .toList()));
        }
        return Optional.empty();
    }
}
