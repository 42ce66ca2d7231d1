package dk.grundskema.plugins.camp;

import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import java.util.List;
import java.util.Locale;

/** Provides titles of blocks, subjects and teams in the problem's language where the parameters give none. */
final class CampTexts {
    private final PluginTexts texts;

    CampTexts(Language language) {
        texts = PluginTexts.ofPlugin(CampTexts.class, language);
    }

    /** Returns the title of a block in its kind of day. Modules without a title are numbered through the day. */
    String blockTitle(Block block, DayKind day) {
        if (block.title() != null) {
            return block.title();
        }
        if (block.kind() == Block.Kind.MODULE) {
            return texts.text("title.module", day.modules().indexOf(block) + 1);
        }
        String key = "title.block." + block.id();
        return texts.has(key) ? texts.text(key) : texts.kindTitle(block.kind().word());
    }

    /** Returns the title of a conversation. It is the same for all students so that timetables do not reveal the student. */
    String conversationTitle() {
        return texts.kindTitle(AppointmentDemand.CONVERSATION);
    }

    /** Returns the title of a lesson taken over from a visitor. */
    String coverTitle(Lesson lesson) {
        return texts.text("title.cover", lesson.title());
    }

    String visitTitle(Visit visit) {
        return texts.titleOrText(visit.title(), "title.kind." + AppointmentDemand.VISIT);
    }

    String dayKindName(DayKind day) {
        if (day.name() != null) {
            return day.name();
        }
        String key = "title.day." + day.id();
        return texts.has(key) ? texts.text(key) : day.id();
    }

    /** Returns whether a subject has a title, given or predefined. */
    boolean hasTitle(Subject subject) {
        return subject.title() != null || texts.has("title.subject." + subject.id());
    }

    String subjectTitle(Subject subject) {
        if (subject.title() != null) {
            return subject.title();
        }
        return hasTitle(subject) ? texts.text("title.subject." + subject.id()) : subject.id();
    }

    /** Returns the usual title of the default subject with that id. */
    String usualSubjectTitle(String id) {
        return texts.text("title.subject." + id);
    }

    /** Returns whether a title mentions the students' logbook. */
    boolean isLogbook(String title) {
        return title.toLowerCase(Locale.ROOT).contains("logb");
    }

    /** Returns the title of a step of a thread. */
    String stepTitle(String step) {
        String key = "form." + step;
        return texts.has(key) ? texts.text(key) : step;
    }

    /** Returns the title of a subject's module, including the steps it covers. */
    String moduleTitle(Subject subject, List<String> steps) {
        if (steps.isEmpty()) {
            return subjectTitle(subject);
        }
        return texts.text(
                "title.subject-with-step",
                subjectTitle(subject),
                steps.stream().map(this::stepTitle).toList());
    }

    /** Returns the name of a formed team, counted from 1. */
    String teamName(int number) {
        return texts.text("title.team", number);
    }
}
