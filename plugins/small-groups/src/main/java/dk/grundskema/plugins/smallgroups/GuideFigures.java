package dk.grundskema.plugins.smallgroups;

/** The figures of the guide to school-supporting interventions, part C. */
final class GuideFigures {
    static final String NAME = "Guide to school-supporting interventions, part C";
    static final RequiredFigure WEEKS = RequiredFigure.atLeast("few-weeks", 12);
    static final RequiredFigure SESSIONS = RequiredFigure.atLeast("few-sessions", 4);
    static final RequiredFigure MINUTES = new RequiredFigure("other-minutes", 25, 40);
    static final RequiredFigure SIZE = new RequiredFigure("other-size", 2, 4);
    static final int LESSON_MINUTES = 45;
    static final int TRAINING_HOURS = 37;

    /** Points between levels that are nearly the same, and hours of feedback. Both are ours. */
    static final int NEARLY_EQUAL_POINTS = 20;

    static final int FEEDBACK_HOURS = 1;

    private GuideFigures() {}
}
