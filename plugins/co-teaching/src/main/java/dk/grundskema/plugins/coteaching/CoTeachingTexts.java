package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.Language;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What sessions are called in the problem's language. */
final class CoTeachingTexts {
    private final Texts texts;

    CoTeachingTexts(Language language) {
        texts = new Texts(language.locale(), List.of(bundle(language.locale())), id -> id);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "dk.grundskema.plugins.coteaching.messages",
                locale,
                CoTeachingTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String preparation(String nameOfClass) {
        return texts.text("title.preparation", nameOfClass);
    }

    String advisorsMeeting() {
        return texts.text("title.kind.advisors-meeting");
    }

    String supervision(Supervision one) {
        return one.title() != null ? one.title() : texts.text("title.kind.supervision");
    }
}
