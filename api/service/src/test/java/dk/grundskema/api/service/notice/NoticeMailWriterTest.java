package dk.grundskema.api.service.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of mails, and its interpretation by mail programs. */
class NoticeMailWriterTest {
    private static final LocalDate SUNDAY = LocalDate.of(2026, 9, 6);
    private static final String PAGE = "https://plan.example/c/k7w2mqp9xz4hvb3tnd6ryfg8sc";
    private static final String CHOICE = "https://plan.example/n/abcdefghijkmnpqrstuvwxyz23";
    private static final String HOSTILE = "<script>alert(1)</script> 😀 & \"'>";

    private static NoticeMail mail(LocalDate first, List<String> soon, List<String> later, String note) {
        return new NoticeMail(
                "Camp: Anna Berg", false, soon, later, first, SUNDAY, SUNDAY.atTime(9, 0), note, PAGE, CHOICE);
    }

    private static MailBody written(String language, NoticeMail mail) {
        return new NoticeMailWriter(Locale.of(language)).write(mail);
    }

    private static List<String> sentences(int count) {
        var all = new ArrayList<String>();
        for (int i = 1; i <= count; i++) {
            all.add("Mandag den 7. september: møde " + i + " aflyses");
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "da, 0, 1, Din kalender er ændret: 1 ændring i dag",
        "da, 1, 1, Din kalender er ændret: 1 ændring i morgen",
        "da, 4, 3, Din kalender er ændret: 3 ændringer fra torsdag",
        "da, 6, 1, Din kalender er ændret: 1 ændring lørdag",
        "da, 7, 2, Din kalender er ændret: 2 ændringer fra søndag 13. september",
        "en, 0, 3, Your calendar has changed: 3 changes from today",
        "en, 1, 2, Your calendar has changed: 2 changes from tomorrow",
        "en, 4, 1, Your calendar has changed: 1 change on Thursday",
        "en, 7, 40, Your calendar has changed: 40 changes from Sunday 13 September"
    })
    void theSubjectSaysHowManyChangesThereAreAndFromWhenOn(String language, int days, int count, String subject) {
        NoticeMail mail = mail(SUNDAY.plusDays(days), List.of(), sentences(count), "");

        assertThat(written(language, mail).subject()).isEqualTo(subject);
    }

    @Test
    void theTextSaysWhatThePageSays() {
        MailBody mail = written(
                "da",
                mail(
                        SUNDAY,
                        List.of("Søndag den 6. september: matematik flyttes"),
                        List.of("Torsdag den 10. september: dansk aflyses"),
                        "Hal 2 er lukket"));

        assertThat(mail.text()).isEqualTo("""
                Din kalender er ændret

                Camp: Anna Berg
                Udgivet søndag 6. september kl. 09.00

                Fra planlæggeren:
                Hal 2 er lukket

                I dag og i morgen
                - Søndag den 6. september: matematik flyttes

                De næste to uger
                - Torsdag den 10. september: dansk aflyses

                Din plan, som den er nu:
                %s

                Abonnerer du på din kalender, retter den sig selv. I Google Kalender tager det op til 12 timer ifølge Google, men det kan tage et døgn. Din side passer altid.

                --\s
                Du får denne mail, fordi de næste to uger i din plan er ændret.
                Afmeld mails om ændringer: %s
                """.formatted(PAGE, CHOICE));
        assertThat(mail.html())
                .contains(
                        "<html lang=\"da\"",
                        ">Din kalender er ændret</h1>",
                        "Camp: Anna Berg",
                        "Udgivet søndag 6. september kl. 09.00",
                        "Hal 2 er lukket",
                        ">I dag og i morgen</h2>",
                        "Søndag den 6. september</b><bdi>Matematik flyttes</bdi>",
                        ">De næste to uger</h2>",
                        "Torsdag den 10. september</b><bdi>Dansk aflyses</bdi>",
                        "href=\"" + PAGE + "\"",
                        "href=\"" + CHOICE + "\"");
    }

    @Test
    void firstNoticeSaysThatTheCalendarIsReady() {
        var first = new NoticeMail(
                "Camp: Anna Berg", true, List.of(), List.of(), SUNDAY, SUNDAY, SUNDAY.atTime(9, 0), "", PAGE, CHOICE);

        MailBody mail = written("en", first);

        assertThat(mail.subject()).isEqualTo("Your calendar is ready");
        assertThat(mail.text())
                .contains("published for the first time", PAGE, CHOICE)
                .doesNotContain("changes\n-");
        assertThat(mail.html()).contains("Your calendar is ready", "published for the first time");
    }

    @Test
    void moreThanAnybodyReadsIsOnThePage() {
        MailBody mail = written("da", mail(SUNDAY, sentences(20), sentences(25), ""));

        assertThat(mail.subject()).contains("45 ændringer");
        assertThat(mail.text()).contains("møde 20 ", "Og 15 ændringer til, som står på din side.");
        assertThat(mail.text().lines().filter(line -> line.startsWith("- "))).hasSize(NoticeMailWriter.MOST_SENTENCES);
        assertThat(mail.html()).contains("Og 15 ændringer til, som står på din side.");
        assertThat(written("da", mail(SUNDAY, sentences(31), List.of(), "")).text())
                .contains("Og 1 ændring til, som står på din side.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void userTextIsEscapedAndTheMailLoadsNothingExternal(String language) {
        var hostile = new NoticeMail(
                HOSTILE,
                false,
                List.of("x: " + HOSTILE),
                List.of(HOSTILE),
                SUNDAY,
                SUNDAY,
                SUNDAY.atTime(9, 0),
                HOSTILE,
                PAGE,
                CHOICE);

        String html = written(language, hostile).html();

        assertThat(html)
                .doesNotContain("<script", "src=", "url(", "@import")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; 😀 &amp; ");
        assertThat(html.replace(PAGE, "").replace(CHOICE, "").replaceAll("xmlns(:\\w+)?=\"[^\"]*\"", ""))
                .doesNotContain("http");
    }

    @Test
    void coloursStandWhereTheyAreUsedAndADarkScreenHasOthers() {
        String html =
                written("da", mail(SUNDAY, sentences(1), sentences(1), "note")).html();

        assertThat(html).doesNotContain("var(--").contains("color: #1a1c20", "@media (prefers-color-scheme: dark)");
        assertThat(html).contains(".c-ink { color: #edeff3 !important; }", "max-width: 600px", "max-width: 480px");
    }
}
