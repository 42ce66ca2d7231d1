package dk.grundskema.api.server.pages;

import dk.grundskema.api.imports.CampDays;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.web.app.Address;
import dk.grundskema.api.web.app.camp.CampStep;
import dk.grundskema.api.web.app.camp.Guide;
import dk.grundskema.api.web.app.lists.ListPage;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where what is wrong with a plan is mended, as far as somebody may open and change it. */
final class Mending {
    private static final String INTERVENTIONS = "/interventions";
    private static final Pattern INTERVENTION = Pattern.compile(INTERVENTIONS + "/(\\d{1,6})(/.*)?");
    private static final Pattern LISTED = Pattern.compile("/(staff|students|rooms|groups)(?:/(\\d{1,6})(?:/.*)?)?");
    /** What a plan says for all its interventions, and the guide of camps has fields for. */
    private static final Pattern OF_PLAN = Pattern.compile("/(?:weights|horizon)(?:/.*)?");

    private static final Set<String> NAMING = Set.of("students", "groups");

    /** Rules of every plan that are kept by changing what a list says of somebody or something; the others ask for another timetable. */
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
    private final CampPlaces guide;

    /**
     * @param plan        id of the plan
     * @param problem     what it is of
     * @param permissions what whoever is led may do
     * @param guide       the guide of camps
     */
    Mending(String plan, Problem problem, Set<Permission> permissions, CampPlaces guide) {
        this.plan = plan;
        this.interventions = List.copyOf(problem.interventions());
        this.camps = CampPlans.in(problem);
        this.sizes = Map.of(
                "staff", problem.staff().size(),
                "students", problem.students().size(),
                "rooms", problem.rooms().size(),
                "groups", problem.groups().size());
        this.permissions = Set.copyOf(permissions);
        this.guide = guide;
    }

    /**
     * A page on which something is mended.
     *
     * @param path where it is
     * @param text key of what a link to it says
     * @param name what that mentions; empty if nothing
     */
    record Page(String path, String text, String name) {}

    /** Where what a pointer into the problem leads to is changed; empty if no page has it, or none that may be opened. */
    Optional<Page> at(String pointer) {
        if (!permissions.contains(Permission.PLAN)) {
            return Optional.empty();
        }
        Matcher intervention = INTERVENTION.matcher(pointer);
        if (intervention.matches()) {
            int nth = Integer.parseInt(intervention.group(1));
            String inside = Optional.ofNullable(intervention.group(2)).orElse("");
            return nth < interventions.size() ? Optional.of(page(interventions.get(nth), inside)) : Optional.empty();
        }
        Matcher listed = LISTED.matcher(pointer);
        if (listed.matches()) {
            return list(listed.group(1), Optional.ofNullable(listed.group(2)).map(Integer::valueOf));
        }
        if (pointer.equals(INTERVENTIONS)) {
            return Optional.of(new Page("/plans/%s/interventions".formatted(plan), "pages.mend-interventions", ""));
        }
        return OF_PLAN.matcher(pointer).matches() && camps.size() == 1
                ? guide.step(pointer).map(step -> page(camps.getFirst(), step))
                : Optional.empty();
    }

    /** Where what a rule asks is changed: in a list, or by the intervention of whose type it is if the plan has but one such; empty if neither. */
    Optional<Page> of(String rule) {
        if (!permissions.contains(Permission.PLAN)) {
            return Optional.empty();
        }
        String list = LISTS.get(rule);
        if (list != null) {
            return list(list, Optional.empty());
        }
        List<Intervention<?>> own = interventions.stream()
                .filter(one -> rule.startsWith(one.type() + "."))
                .toList();
        return own.size() == 1 ? Optional.of(page(own.getFirst(), "")) : Optional.empty();
    }

    private Optional<Page> list(String list, Optional<Integer> row) {
        boolean isShown = !NAMING.contains(list) || permissions.contains(Permission.READ_STUDENTS);
        boolean isThere = row.isEmpty() || row.get() < sizes.getOrDefault(list, 0);
        return isShown && isThere
                ? Optional.of(new Page(
                        ListPage.address(plan, list) + row.map(ListPage::anchor).orElse(""),
                        "pages.mend-list-" + list,
                        ""))
                : Optional.empty();
    }

    private Page page(Intervention<?> one, String inside) {
        Optional<CampStep> step = one.type().equals(CampDays.TYPE) ? guide.step(inside) : Optional.empty();
        return step.map(found -> page(one, found))
                .orElseGet(() -> new Page(
                        "/plans/%s/interventions/%s".formatted(plan, Address.part(one.id())),
                        "pages.mend-intervention",
                        one.title()));
    }

    private Page page(Intervention<?> camp, CampStep step) {
        String id = camps.size() < 2 ? "" : camp.id().value();
        return new Page(Guide.address(plan, step, id), "pages.mend-camp-" + step.word(), camp.title());
    }
}
