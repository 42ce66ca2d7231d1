package dk.grundskema.plugins.camp;

import dk.grundskema.domain.people.Language;
import dk.grundskema.plugins.camp.FinishedCamp.DatedMeeting;
import java.util.List;
import java.util.Optional;

/** Subjects that the documents ask for by name, independent of their titles in a planner's list. */
enum KnownSubject {
    /** Danish. */
    DANISH("danish"),
    /** Mathematics. */
    MATHEMATICS("mathematics"),
    /** Personal and social competences, with the character traits as the thread. */
    TRAITS("character-traits"),
    /** Learning strategies. */
    STRATEGIES("learning-strategies"),
    /** Body and movement. */
    MOVEMENT("movement");

    private static final List<CampTexts> LANGUAGES = List.of(new CampTexts(Language.DA), new CampTexts(Language.EN));

    private final String id;

    KnownSubject(String id) {
        this.id = id;
    }

    /**
     * Returns the subject of the list that this constant denotes, matched by its id or by its title in either language; empty if
     * none.
     */
    Optional<Subject> findIn(List<Subject> subjects) {
        return subjects.stream().filter(this::matches).findFirst();
    }

    private boolean matches(Subject subject) {
        String title = subject.title();
        if (subject.id().equals(id)) {
            return true;
        }
        return title != null
                && LANGUAGES.stream()
                        .anyMatch(texts -> texts.usualSubjectTitle(id).equalsIgnoreCase(title.strip()));
    }

    /** Returns whether a meeting is a module of this subject. */
    boolean isTaughtIn(DatedMeeting held, FinishedCamp camp) {
        return findIn(camp.parameters().subjects())
                .filter(subject -> subject.id().equals(held.meeting().subject()))
                .isPresent();
    }

    /** Returns the usual title. */
    String usualTitle(CampTexts texts) {
        return texts.usualSubjectTitle(id);
    }
}
