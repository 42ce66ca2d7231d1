package dk.grundskema.plugins.smallgroups;

import dk.grundskema.solver.spi.toolkit.Figure;

/** The figures of the guide to school-supporting interventions, part C. */
final class GuideC {
    static final String NAME = "Guide to school-supporting interventions, part C";
    static final Figure WEEKS = Figure.least("few-weeks", 12);
    static final Figure SESSIONS = Figure.least("few-sessions", 4);
    static final Figure MINUTES = new Figure("other-minutes", 25, 40);
    static final Figure SIZE = new Figure("other-size", 2, 4);
    static final int LESSON_MINUTES = 45;
    static final int TRAINING_HOURS = 37;

    /** Points between levels that are nearly the same, and hours of feedback. Both are ours. */
    static final int NEARLY = 20;

    static final int FEEDBACK_HOURS = 1;

    private GuideC() {}
}
