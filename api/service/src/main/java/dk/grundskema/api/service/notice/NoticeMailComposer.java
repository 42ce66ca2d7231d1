package dk.grundskema.api.service.notice;

import dk.grundskema.api.documents.file.Sha256;
import dk.grundskema.api.exports.feed.EventChangeFormatter;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.publish.LinkAddresses;
import dk.grundskema.api.service.publish.StaffCalendarChangeFinder;
import dk.grundskema.api.service.publish.StaffCalendarChangeFinder.CalendarDifference;
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

/** Composes the mail of a notice. The content follows from the publications, so it is not stored. */
@Component
class NoticeMailComposer {
    private static final int LENGTH_OF_ID = 40;

    private final StaffCalendarChangeFinder staffChangeFinder;
    private final NoticeChoiceRepository choices;
    private final StaffAddressFinder accounts;
    private final LinkAddresses addresses;
    private final Map<Language, NoticeMailWriter> mails = Arrays.stream(Language.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), one -> new NoticeMailWriter(one.locale())));

    NoticeMailComposer(
            StaffCalendarChangeFinder staffChangeFinder,
            NoticeChoiceRepository choices,
            StaffAddressFinder accounts,
            LinkAddresses addresses) {
        this.staffChangeFinder = staffChangeFinder;
        this.choices = choices;
        this.accounts = accounts;
        this.addresses = addresses;
    }

    /** A mail, or the reason why there is none. */
    sealed interface CompositionResult {}

    /**
     * A mail to be sent.
     *
     * @param letter the mail
     */
    record ComposedMail(OutgoingMail letter) implements CompositionResult {}

    /**
     * No mail is to be sent.
     *
     * @param state final state of the notice
     */
    record NoMail(NoticeState state) implements CompositionResult {}

    /**
     * Composes the mail of a notice.
     *
     * @throws dk.grundskema.api.platform.http.RefusalException if the publication cannot be read at present
     */
    CompositionResult compose(Notice notice, Instant now) {
        Optional<FeedLink> link = staffChangeFinder.findLink(notice.plan(), notice.staff());
        if (link.isEmpty()) {
            return new NoMail(NoticeState.DROPPED);
        }
        NoticeChoiceRepository.NoticeChoice choice =
                choices.findOrCreate(link.get().organisation(), notice.staff());
        if (!choice.isWanted()) {
            return new NoMail(NoticeState.DECLINED);
        }
        Language language = link.get().language();
        CalendarDifference difference =
                staffChangeFinder.compare(notice.plan(), notice.since(), notice.number(), notice.staff(), language);
        NoticeWindow window = NoticeWindow.of(difference, now);
        if (window.reportedChanges().isEmpty()) {
            return new NoMail(NoticeState.DROPPED);
        }
        Optional<String> address = findAddress(difference.member(), choice);
        if (address.isEmpty()) {
            return new NoMail(NoticeState.NO_ADDRESS);
        }
        StaffMember member = difference.member();
        String choosing = addresses.addressOf(NoticeChoiceFilter.PATH + choice.token());
        return new ComposedMail(new OutgoingMail(
                Sha256.of(choice.token() + " " + notice.plan() + " " + notice.number())
                        .substring(0, LENGTH_OF_ID),
                address.get(),
                member == null ? "" : member.name(),
                language.locale(),
                Objects.requireNonNull(mails.get(language))
                        .write(noticeMail(difference, window, language, addresses.page(link.get()), choosing)),
                choosing,
                now));
    }

    /** Returns the notice address from the plan, or else the sign-in name. */
    private Optional<String> findAddress(@Nullable StaffMember member, NoticeChoiceRepository.NoticeChoice choice) {
        return Optional.ofNullable(member)
                .map(StaffMember::email)
                .or(() -> accounts.findAddress(choice.organisation(), choice.staff()));
    }

    private static NoticeMail noticeMail(
            CalendarDifference difference, NoticeWindow window, Language language, String page, String choosing) {
        boolean isFirst = difference.before().events().isEmpty(); // also true for staff members added since
        var words = new EventChangeFormatter(language, window.zone(), difference.stillHeld());
        return new NoticeMail(
                difference.title(),
                isFirst,
                isFirst ? List.of() : words.format(window.reportedChanges(true)),
                isFirst ? List.of() : words.format(window.reportedChanges(false)),
                window.firstDay(),
                window.today(),
                LocalDateTime.ofInstant(difference.published().published(), window.zone()),
                difference.published().note(),
                page,
                choosing);
    }
}
