package dk.grundskema.plugins.camp;

import java.util.List;

/** How the steps of a subject's thread are spread over a camp. */
final class CampThread {
    private CampThread() {}

    /**
     * The steps of one module. Weeks share the steps in order, earlier weeks taking what doesn't divide (seven steps over three
     * weeks: 3, 2, 2); within a week its modules share the week's steps evenly, repeating or joining them.
     *
     * @param steps   all steps
     * @param week    which of the camp's teaching weeks, from 0
     * @param weeks   how many there are
     * @param module  which of the week's modules of the subject, from 0
     * @param modules how many there are
     */
    static List<String> stepsOf(List<String> steps, int week, int weeks, int module, int modules) {
        if (steps.isEmpty()) {
            return List.of();
        }
        var ofWeek =
                steps.size() >= weeks ? shareOf(steps, week, weeks) : List.of(steps.get(week * steps.size() / weeks));
        int from = module * ofWeek.size() / modules;
        int until = Math.max(from + 1, (module + 1) * ofWeek.size() / modules);
        return ofWeek.subList(from, until);
    }

    /** Whether a subject's modules of one week are not all about the same. */
    static boolean hasSeveralSteps(Subject subject, int week, int weeks) {
        var steps = subject.steps();
        return week >= 0
                && steps.size() > weeks
                && subject.modulesPerWeek() > 1
                && shareOf(steps, week, weeks).size() > 1;
    }

    private static List<String> shareOf(List<String> steps, int week, int weeks) {
        int share = steps.size() / weeks;
        int more = steps.size() % weeks;
        int from = week * share + Math.min(week, more);
        return steps.subList(from, from + share + (week < more ? 1 : 0));
    }
}
