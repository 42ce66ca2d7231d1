package dk.grundskema.api.web.app;

/** A part of a plan that has a page of its own, in the order in which the parts stand above each. */
public enum PlanPart {
    /** What the plan is, and what comes next. */
    OVERVIEW("", false),
    /** Staff, students, rooms and groups as tables. */
    LISTS("/lists", false),
    /** What is planned. */
    INTERVENTIONS("/interventions", false),
    /** A camp step by step: its dates, days, teams, subjects and rules; only of plans with a camp. */
    CAMP("/camp", false),
    /** Letting the computer plan. */
    PLAN("/plan", false),
    /** The timetable, for teams, people and rooms. */
    TIMETABLE("/timetable", true),
    /** Who is away, and who takes over. */
    ABSENCES("/absences", true),
    /** How much everybody works and rests. */
    LOADS("/loads", true),
    /** What the plan gives of what is asked. */
    FIDELITY("/fidelity", true),
    /** Sheets for walls and printers. */
    PRINT("/print", true),
    /** The plan beside copies of it in which something else is tried. */
    SCENARIOS("/scenarios", false),
    /** Giving it out: what would be new for whom, and the links. */
    PUBLISH("/publish", true),
    /** All that was done to it. */
    HISTORY("/history", false);

    private final String path;
    private final boolean needsTimetable;

    PlanPart(String path, boolean needsTimetable) {
        this.path = path;
        this.needsTimetable = needsTimetable;
    }

    /** Whether there is nothing to see until the plan has a timetable. */
    public boolean needsTimetable() {
        return needsTimetable;
    }

    /** Where it is, behind the plan's address. */
    public String path() {
        return path;
    }
}
