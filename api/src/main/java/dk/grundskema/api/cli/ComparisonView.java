package dk.grundskema.api.cli;

import dk.grundskema.api.comparison.ChangeWords;
import dk.grundskema.api.house.Names;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.timetable.ChangeSet;

/** What a plan that continues an earlier one changes of it: which groups, which meetings, each kind with its count and its first few. */
final class ComparisonView {
    private static final int SHOWN = 5;

    private final Screen screen;
    private final Texts texts;
    private final Names names;

    /**
     * @param screen where it is said
     * @param texts  texts with the names of the new plan
     * @param names  names of groups
     */
    ComparisonView(Screen screen, Texts texts, Names names) {
        this.screen = screen;
        this.texts = texts;
        this.names = names;
    }

    /** Says what differs. */
    void say(ChangeSet changes) {
        if (changes.groups().isEmpty() && changes.sessions().isEmpty()) {
            screen.say(texts.text("solve.changes-none"));
            screen.gap();
            return;
        }
        screen.say(screen.bold(texts.text("solve.changes")));
        new ChangeWords(texts, names).of(changes).forEach(this::say);
        screen.gap();
    }

    private void say(ChangeWords.Kind kind) {
        screen.say("  " + kind.heading());
        kind.changes().stream().limit(SHOWN).forEach(one -> screen.say("    - " + one));
        if (kind.count() > SHOWN) {
            screen.say("    " + texts.text("solve.changes-more", kind.count() - SHOWN));
        }
    }
}
