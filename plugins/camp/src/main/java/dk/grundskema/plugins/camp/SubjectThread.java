package dk.grundskema.plugins.camp;

import java.util.List;

/** Distributes the steps of a subject's thread over a camp. */
final class SubjectThread {
    private SubjectThread() {}

    /**
     * Returns the steps of one module. The weeks share the steps in order, earlier weeks take the remainder (seven steps over
     * three weeks: 3, 2, 2). Within a week its modules share the week's steps evenly, repeating or joining them.
     *
     * @param steps   all steps
     * @param week    index of the teaching week, from 0
     * @param weeks   number of teaching weeks
     * @param module  index of the subject's module in the week, from 0
     * @param modules number of the subject's modules in the week
     */
    static List<String> stepsOf(List<String> steps, int week, int weeks, int module, int modules) {
        if (steps.isEmpty()) {
            return List.of();
        }
        var ofWeek =
                steps.size() >= weeks ? weekShare(steps, week, weeks) : List.of(steps.get(week * steps.size() / weeks));
        int from = module * ofWeek.size() / modules;
        int until = Math.max(from + 1, (module + 1) * ofWeek.size() / modules);
        return ofWeek.subList(from, until);
    }

    /** Returns whether a subject's modules of one week have different steps. */
    static boolean hasSeveralSteps(Subject subject, int week, int weeks) {
        var steps = subject.steps();
        return week >= 0
                && steps.size() > weeks
                && subject.modulesPerWeek() > 1
                && weekShare(steps, week, weeks).size() > 1;
    }

    private static List<String> weekShare(List<String> steps, int week, int weeks) {
        int share = steps.size() / weeks;
        int more = steps.size() % weeks;
        int from = week * share + Math.min(week, more);
        return steps.subList(from, from + share + (week < more ? 1 : 0));
    }
}
