package dk.grundskema.api.server.pages;

import dk.grundskema.api.web.app.Address;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where what is wrong with a plan is mended. */
final class Mending {
    private static final Pattern INTERVENTION = Pattern.compile("/interventions/(\\d+)(/.*)?");

    private final String plan;
    private final List<Intervention<?>> interventions;

    /**
     * @param plan    id of the plan
     * @param problem what it is of
     */
    Mending(String plan, Problem problem) {
        this.plan = plan;
        this.interventions = List.copyOf(problem.interventions());
    }

    /**
     * A page on which something is mended.
     *
     * @param path where it is
     * @param text key of what a link to it says
     * @param name what that mentions; empty if nothing
     */
    record Page(String path, String text, String name) {}

    /** Where what a pointer into the problem leads to is changed; empty if no page has it. */
    Optional<Page> at(String pointer) {
        Matcher intervention = INTERVENTION.matcher(pointer);
        if (intervention.matches()) {
            int nth = Integer.parseInt(intervention.group(1));
            return nth < interventions.size() ? Optional.of(page(interventions.get(nth))) : Optional.empty();
        }
        return Optional.empty();
    }

    /** Where what a rule asks is changed, if it is of an intervention type of which the plan has but one; empty if it isn't. */
    Optional<Page> of(String rule) {
        List<Intervention<?>> own = interventions.stream()
                .filter(one -> rule.startsWith(one.type() + "."))
                .toList();
        return own.size() == 1 ? Optional.of(page(own.getFirst())) : Optional.empty();
    }

    private Page page(Intervention<?> one) {
        return new Page(
                "/plans/%s/interventions/%s".formatted(plan, Address.part(one.id())),
                "pages.mend-intervention",
                one.title());
    }
}
