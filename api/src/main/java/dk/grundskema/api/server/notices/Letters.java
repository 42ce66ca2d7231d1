package dk.grundskema.api.server.notices;

import dk.grundskema.api.feeds.ChangeWords;
import dk.grundskema.api.platform.Sha256;
import dk.grundskema.api.server.identity.StaffAddresses;
import dk.grundskema.api.server.publishing.Link;
import dk.grundskema.api.server.publishing.LinkAddresses;
import dk.grundskema.api.server.publishing.StaffNews;
import dk.grundskema.api.server.publishing.StaffNews.Difference;
import dk.grundskema.api.web.Mails;
import dk.grundskema.api.web.NoticeMail;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffMember;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the letter of a notice. All that it says follows from what was published, so nothing of it is kept. */
@Component
class Letters {
    private static final int LENGTH_OF_ID = 40;

    private final StaffNews news;
    private final Choices choices;
    private final StaffAddresses accounts;
    private final LinkAddresses addresses;
    private final Map<Language, Mails> mails = Arrays.stream(Language.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), one -> new Mails(one.locale())));

    Letters(StaffNews news, Choices choices, StaffAddresses accounts, LinkAddresses addresses) {
        this.news = news;
        this.choices = choices;
        this.accounts = accounts;
        this.addresses = addresses;
    }

    /** A letter, or why there is none. */
    sealed interface Written {}

    /**
     * A letter to be sent.
     *
     * @param letter the letter
     */
    record Ready(Letter letter) implements Written {}

    /**
     * There is nothing to send.
     *
     * @param state what became of the notice
     */
    record Nothing(NoticeState state) implements Written {}

    /**
     * Writes the letter of a notice.
     *
     * @throws dk.grundskema.api.server.platform.Refusal if what was published can't be read just now
     */
    Written write(Notice notice, Instant now) {
        Optional<Link> link = news.link(notice.plan(), notice.staff());
        if (link.isEmpty()) {
            return new Nothing(NoticeState.DROPPED);
        }
        Choices.Choice choice = choices.of(link.get().organisation(), notice.staff());
        if (!choice.isWanted()) {
            return new Nothing(NoticeState.DECLINED);
        }
        Language language = link.get().language();
        Difference difference = news.between(notice.plan(), notice.since(), notice.number(), notice.staff(), language);
        Window window = Window.of(difference, now);
        if (window.tells().isEmpty()) {
            return new Nothing(NoticeState.DROPPED);
        }
        Optional<String> address = address(difference.member(), choice);
        if (address.isEmpty()) {
            return new Nothing(NoticeState.NO_ADDRESS);
        }
        StaffMember member = difference.member();
        String choosing = addresses.at(ChoiceGate.PATH + choice.token());
        return new Ready(new Letter(
                Sha256.of(choice.token() + " " + notice.plan() + " " + notice.number())
                        .substring(0, LENGTH_OF_ID),
                address.get(),
                member == null ? "" : member.name(),
                language.locale(),
                Objects.requireNonNull(mails.get(language))
                        .notice(mail(difference, window, language, addresses.page(link.get()), choosing)),
                choosing,
                now));
    }

    /** Where the plan says that notices go; otherwise what the person signs in as. */
    private Optional<String> address(@Nullable StaffMember member, Choices.Choice choice) {
        return Optional.ofNullable(member)
                .map(StaffMember::email)
                .or(() -> accounts.of(choice.organisation(), choice.staff()));
    }

    private static NoticeMail mail(
            Difference difference, Window window, Language language, String page, String choosing) {
        boolean isFirst = difference.before().events().isEmpty(); // also of who has come to the plan since
        var words = new ChangeWords(language, window.zone(), difference.stillHeld());
        return new NoticeMail(
                difference.title(),
                isFirst,
                isFirst ? List.of() : words.of(window.tells(true)),
                isFirst ? List.of() : words.of(window.tells(false)),
                window.first(),
                window.today(),
                LocalDateTime.ofInstant(difference.published().published(), window.zone()),
                difference.published().note(),
                page,
                choosing);
    }
}
