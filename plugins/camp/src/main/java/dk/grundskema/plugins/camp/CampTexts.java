package dk.grundskema.plugins.camp;

import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import java.util.List;
import java.util.Locale;

/** What blocks, subjects and teams are called in the problem's language, unless their titles are given. */
final class CampTexts {
    private final PluginTexts texts;

    CampTexts(Language language) {
        texts = PluginTexts.beside(CampTexts.class, language);
    }

    /** The title of a block in its kind of day; modules without a title are numbered through the day. */
    String block(Block block, DayKind day) {
        if (block.title() != null) {
            return block.title();
        }
        if (block.kind() == Block.Kind.MODULE) {
            return texts.text("title.module", day.modules().indexOf(block) + 1);
        }
        String key = "title.block." + block.id();
        return texts.has(key) ? texts.text(key) : texts.kind(block.kind().word());
    }

    /** The title of a conversation, the same for all students: who it is with is nobody else's business. */
    String conversation() {
        return texts.kind(AppointmentDemand.CONVERSATION);
    }

    /** The title of a lesson that somebody takes for a visitor. */
    String cover(Lesson lesson) {
        return texts.text("title.cover", lesson.title());
    }

    /** The title of a visit. */
    String visit(Visit visit) {
        return texts.orText(visit.title(), "title.kind." + AppointmentDemand.VISIT);
    }

    /** The name of a kind of day. */
    String day(DayKind day) {
        if (day.name() != null) {
            return day.name();
        }
        String key = "title.day." + day.id();
        return texts.has(key) ? texts.text(key) : day.id();
    }

    /** Whether a subject has a title, given or known. */
    boolean hasTitle(Subject subject) {
        return subject.title() != null || texts.has("title.subject." + subject.id());
    }

    /** The title of a subject. */
    String subject(Subject subject) {
        if (subject.title() != null) {
            return subject.title();
        }
        return hasTitle(subject) ? texts.text("title.subject." + subject.id()) : subject.id();
    }

    /** What the subject of a default's id is usually called. */
    String usualSubject(String id) {
        return texts.text("title.subject." + id);
    }

    /** Whether a title speaks of the students' logbook. */
    boolean isLogbook(String title) {
        return title.toLowerCase(Locale.ROOT).contains("logb");
    }

    /** The title of a step of a thread. */
    String step(String step) {
        String key = "form." + step;
        return texts.has(key) ? texts.text(key) : step;
    }

    /** A subject's module with the steps that it is about. */
    String module(Subject subject, List<String> steps) {
        if (steps.isEmpty()) {
            return subject(subject);
        }
        return texts.text(
                "title.subject-with-step",
                subject(subject),
                steps.stream().map(this::step).toList());
    }

    /** The name of a team that is formed, counted from 1. */
    String team(int number) {
        return texts.text("title.team", number);
    }
}
