package dk.grundskema.api.service.plan.problem;

import dk.grundskema.api.platform.page.AddressEncoder;

/** Builds addresses of pages of a plan that other pages link to. */
public final class PlanAddresses {
    private PlanAddresses() {}

    /** Returns the address of the page of a list, such as {@code staff}. */
    public static String list(String plan, String list) {
        return "/plans/%s/lists/%s".formatted(plan, list);
    }

    /** Returns the address of the page with the rules and weights. */
    public static String rules(String plan) {
        return "/plans/%s/rules".formatted(plan);
    }

    /** Returns the id of a fault in the list of the planning page. */
    public static String faultAnchor(String fault) {
        return "fault-" + fault;
    }

    /** Returns the address of a fault in the list of the planning page. */
    public static String listedFault(String plan, String fault) {
        return "/plans/%s/plan?fault=%s#%s".formatted(plan, fault, faultAnchor(fault));
    }

    /** Returns the address of the timetable with the view and week in which a fault is marked. */
    public static String markedFault(String plan, String fault) {
        return "/plans/%s/timetable?fault=%s".formatted(plan, fault);
    }

    /** Returns the URL fragment of a row of a list; rows count from 0. */
    public static String row(int row) {
        return "#row-" + (row + 1);
    }

    /** Returns the address of a step of the camp guide. The id of the camp is empty if the plan has only one camp. */
    public static String campStep(String plan, CampStep step, String camp) {
        return "/plans/%s/camp/%s%s"
                .formatted(plan, step.word(), camp.isEmpty() ? "" : "?of=" + AddressEncoder.encode(camp));
    }
}
