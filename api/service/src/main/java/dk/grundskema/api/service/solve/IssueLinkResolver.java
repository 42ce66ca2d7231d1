package dk.grundskema.api.service.solve;

import dk.grundskema.api.imports.CampDays;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.page.AddressEncoder;
import dk.grundskema.api.service.plan.problem.CampInterventions;
import dk.grundskema.api.service.plan.problem.CampStep;
import dk.grundskema.api.service.plan.problem.CampStepLocator;
import dk.grundskema.api.service.plan.problem.PlanAddresses;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the page on which the cause of an issue can be corrected, as far as the user may open and change it. */
final class IssueLinkResolver {
    private static final String INTERVENTIONS = "/interventions";
    private static final Pattern INTERVENTION = Pattern.compile(INTERVENTIONS + "/(\\d{1,6})(/.*)?");
    private static final Pattern LISTED = Pattern.compile("/(staff|students|rooms|groups)(?:/(\\d{1,6})(?:/.*)?)?");
    /** Values of the plan that have fields in the camp guide. */
    private static final Pattern OF_PLAN = Pattern.compile("/(?:weights|horizon)(?:/.*)?");

    /** Values of the plan that have fields on the page with rules and weights. */
    private static final Pattern RULES = Pattern.compile("/(?:weights|work)(?:/.*)?");

    private static final Set<String> NAMING = Set.of("students", "groups");

    /** Rules that are satisfied by changing an entry of a list. Violations of other rules need another timetable. */
    static final Map<String, String> LISTS = Map.of(
            "core.missing-adult", "staff",
            "core.staff-unavailable", "staff",
            "core.student-unavailable", "students",
            "core.never-together", "students",
            "core.missing-room", "rooms",
            "core.room-unavailable", "rooms",
            "core.room-kind", "rooms",
            "core.room-capacity", "rooms");

    private final String plan;
    private final List<Intervention<?>> interventions;
    private final List<Intervention<?>> camps;
    private final Map<String, Integer> sizes;
    private final Set<Permission> permissions;
    private final CampStepLocator campStepLocator;

    /**
     * @param plan        id of the plan
     * @param problem     problem of the plan
     * @param permissions permissions of the user
     * @param campStepLocator       the camp guide
     */
    IssueLinkResolver(String plan, Problem problem, Set<Permission> permissions, CampStepLocator campStepLocator) {
        this.plan = plan;
        this.interventions = List.copyOf(problem.interventions());
        this.camps = CampInterventions.findAll(problem);
        this.sizes = Map.of(
                "staff", problem.staff().size(),
                "students", problem.students().size(),
                "rooms", problem.rooms().size(),
                "groups", problem.groups().size());
        this.permissions = Set.copyOf(permissions);
        this.campStepLocator = campStepLocator;
    }

    /**
     * A link to the page on which an issue is corrected.
     *
     * @param path address of the page
     * @param text key of the link text
     * @param name argument of the text; empty if none
     */
    record IssueLink(String path, String text, String name) {}

    /** Returns the page on which the element at a pointer into the problem is edited; empty if there is none or the user may not open it. */
    Optional<IssueLink> findByPointer(String pointer) {
        if (!permissions.contains(Permission.PLAN)) {
            return Optional.empty();
        }
        Matcher intervention = INTERVENTION.matcher(pointer);
        if (intervention.matches()) {
            int nth = Integer.parseInt(intervention.group(1));
            String inside = Optional.ofNullable(intervention.group(2)).orElse("");
            return nth < interventions.size()
                    ? Optional.of(interventionLink(interventions.get(nth), inside))
                    : Optional.empty();
        }
        Matcher listed = LISTED.matcher(pointer);
        if (listed.matches()) {
            return listLink(
                    listed.group(1), Optional.ofNullable(listed.group(2)).map(Integer::valueOf));
        }
        if (pointer.equals(INTERVENTIONS)) {
            return Optional.of(
                    new IssueLink("/plans/%s/interventions".formatted(plan), "pages.mend-interventions", ""));
        }
        Optional<CampStep> step = OF_PLAN.matcher(pointer).matches() && camps.size() == 1
                ? campStepLocator.findStep(pointer)
                : Optional.empty();
        return step.map(found -> interventionLink(camps.getFirst(), found))
                .or(() -> RULES.matcher(pointer).matches()
                        ? Optional.of(new IssueLink(PlanAddresses.rules(plan), "pages.mend-rules", ""))
                        : Optional.empty());
    }

    /**
     * Returns the page on which the input of a rule is edited: a list, or the only intervention of the rule's type; empty if there is neither.
     */
    Optional<IssueLink> findByRule(String rule) {
        if (!permissions.contains(Permission.PLAN)) {
            return Optional.empty();
        }
        String list = LISTS.get(rule);
        if (list != null) {
            return listLink(list, Optional.empty());
        }
        List<Intervention<?>> own = interventions.stream()
                .filter(one -> rule.startsWith(one.type() + "."))
                .toList();
        return own.size() == 1 ? Optional.of(interventionLink(own.getFirst(), "")) : Optional.empty();
    }

    private Optional<IssueLink> listLink(String list, Optional<Integer> row) {
        boolean isShown = !NAMING.contains(list) || permissions.contains(Permission.READ_STUDENTS);
        boolean isThere = row.isEmpty() || row.get() < sizes.getOrDefault(list, 0);
        return isShown && isThere
                ? Optional.of(new IssueLink(
                        PlanAddresses.list(plan, list)
                                + row.map(PlanAddresses::row).orElse(""),
                        "pages.mend-list-" + list,
                        ""))
                : Optional.empty();
    }

    private IssueLink interventionLink(Intervention<?> one, String inside) {
        Optional<CampStep> step =
                one.type().equals(CampDays.TYPE) ? campStepLocator.findStep(inside) : Optional.empty();
        return step.map(found -> interventionLink(one, found))
                .orElseGet(() -> new IssueLink(
                        "/plans/%s/interventions/%s".formatted(plan, AddressEncoder.encode(one.id())),
                        "pages.mend-intervention",
                        one.title()));
    }

    private IssueLink interventionLink(Intervention<?> camp, CampStep step) {
        String id = camps.size() < 2 ? "" : camp.id().value();
        return new IssueLink(PlanAddresses.campStep(plan, step, id), "pages.mend-camp-" + step.word(), camp.title());
    }
}
