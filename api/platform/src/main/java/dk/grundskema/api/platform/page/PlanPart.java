package dk.grundskema.api.platform.page;

/** A part of a plan with a page of its own, in the order of the navigation bar. */
public enum PlanPart {
    /** Summary of the plan and the next steps. */
    OVERVIEW("", false),
    /** Staff, students, rooms and groups as tables. */
    LISTS("/lists", false),
    /** The interventions. */
    INTERVENTIONS("/interventions", false),
    /** A camp step by step: dates, days, teams, subjects and rules. Only for plans with a camp. */
    CAMP("/camp", false),
    /** Working-time rules and the weights of wishes. */
    RULES("/rules", false),
    /** Running the solver. */
    PLAN("/plan", false),
    /** The timetable of teams, people and rooms. */
    TIMETABLE("/timetable", true),
    /** Absences and substitutes. */
    ABSENCES("/absences", true),
    /** Changing the plan in use from a moment on. */
    CHANGE("/changes", true),
    /** Working time and rest of everybody. */
    LOADS("/loads", true),
    /** How far the plan meets its requirements. */
    FIDELITY("/fidelity", true),
    /** Sheets to print. */
    PRINT("/print", true),
    /** The plan beside its scenarios. */
    SCENARIOS("/scenarios", false),
    /** Publishing: what would be new, recipients and links. */
    PUBLISH("/publish", true),
    /** All changes to the plan. */
    HISTORY("/history", false);

    private final String path;
    private final boolean needsTimetable;

    PlanPart(String path, boolean needsTimetable) {
        this.path = path;
        this.needsTimetable = needsTimetable;
    }

    /** Returns whether the part is empty until the plan has a timetable. */
    public boolean needsTimetable() {
        return needsTimetable;
    }

    /** Returns the path relative to the plan's address. */
    public String path() {
        return path;
    }
}
