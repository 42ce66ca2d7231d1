package dk.grundskema.plugins.camp;

import dk.grundskema.domain.people.Language;
import dk.grundskema.plugins.camp.FinishedCamp.Held;
import java.util.List;
import java.util.Optional;

/** The subjects that documents ask for by name, whatever a planner's own list calls them. */
enum KnownSubject {
    /** Danish. */
    DANISH("danish"),
    /** Mathematics. */
    MATHEMATICS("mathematics"),
    /** Personal and social competences, with the character traits as the thread. */
    TRAITS("character-traits"),
    /** How one learns. */
    STRATEGIES("learning-strategies"),
    /** Body and movement. */
    MOVEMENT("movement");

    private static final List<CampTexts> LANGUAGES = List.of(new CampTexts(Language.DA), new CampTexts(Language.EN));

    private final String id;

    KnownSubject(String id) {
        this.id = id;
    }

    /** The subject of the list that is this one: by its id, or by a title as either language has it. */
    Optional<Subject> in(List<Subject> subjects) {
        return subjects.stream().filter(this::is).findFirst();
    }

    private boolean is(Subject subject) {
        String title = subject.title();
        if (subject.id().equals(id)) {
            return true;
        }
        return title != null
                && LANGUAGES.stream().anyMatch(texts -> texts.usualSubject(id).equalsIgnoreCase(title.strip()));
    }

    /** Whether a meeting is a module of it. */
    boolean isTaughtIn(Held held, FinishedCamp camp) {
        return in(camp.parameters().subjects())
                .filter(subject -> subject.id().equals(held.meeting().subject()))
                .isPresent();
    }

    /** What it is usually called. */
    String title(CampTexts texts) {
        return texts.usualSubject(id);
    }
}
