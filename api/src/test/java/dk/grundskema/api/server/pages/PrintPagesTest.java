package dk.grundskema.api.server.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.grundskema.api.exports.PdfPages;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.start.Server;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The page from which sheets are printed. */
final class PrintPagesTest {
    private final Server server = Services.on(Database.H2);
    private final School school = School.in(server);

    private Surfer as(Role role) {
        return Surfer.as(school.person(role));
    }

    private String camp() {
        return Planned.plan(
                Services.administrator(server), server, school.path(), Services.example("camp-3-weeks"), 300);
    }

    private static String page(String place) {
        return "/plans/" + NewPlan.id(place).value();
    }

    private static byte[] bytes(HttpResponse<String> answer) {
        return answer.body().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void everySheetIsAPdfOnItsPaper() throws IOException {
        Surfer planner = as(Role.PLANNER);
        String plan = page(camp());

        assertThat(planner.get(plan + "/print").body())
                .contains("Hold 1", "Alle 3 i én fil", "href=\"" + plan + "/print/team-01-hold-1.pdf\"")
                .contains("href=\"" + plan + "/print/hours.xlsx\"")
                .doesNotContain(".html\"");
        HttpResponse<String> sheet = planner.bytes(plan + "/print/team-01-hold-1.pdf");
        assertThat(sheet.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(sheet.headers().firstValue("Content-Disposition"))
                .hasValue("inline; filename=\"team-01-hold-1.pdf\"");
        PdfPages pages = PdfPages.of(bytes(sheet));
        assertThat(pages.texts()).hasSize(3).allMatch(one -> one.contains("Hold 1"));
        assertThat(pages.width()).isCloseTo(420, within(1.0));
        assertThat(PdfPages.of(bytes(planner.bytes(plan + "/print/teams.pdf"))).texts())
                .hasSize(9);
        assertThat(bytes(planner.bytes(plan + "/print/hours.xlsx"))).startsWith('P', 'K');
    }

    @Test
    void whatIsStillTheSameIsNotMadeAgain() {
        Surfer planner = as(Role.PLANNER);
        String sheet = page(camp()) + "/print/overview.pdf";
        String tag = planner.bytes(sheet).headers().firstValue("ETag").orElseThrow();
        assertThat(planner.bytes(sheet, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(planner.bytes(sheet, "If-None-Match", "\"another\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoMayNotKnowStudentsIsNotOfferedSheetsAndGetsNone() {
        Surfer reader = as(Role.READER);
        String plan = page(camp());
        assertThat(reader.get(plan).body()).contains(plan + "/timetable").doesNotContain(plan + "/print");
        assertThat(reader.get(plan + "/print").statusCode()).isEqualTo(403);
        assertThat(reader.get(plan + "/print/teams.pdf").statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsNoSheetIsNotThere() {
        Surfer planner = as(Role.PLANNER);
        String plan = page(camp());
        assertThat(planner.get(plan + "/print/nobody.pdf").statusCode()).isEqualTo(404);
        assertThat(planner.get(plan + "/print/nobody.xlsx").statusCode()).isEqualTo(404);
    }

    @Test
    void aPlanWithoutATimetableLeadsToWhereItGetsOne() {
        String plan = page(NewPlan.of(Services.administrator(server), school.path()));
        assertThat(Surfer.to(as(Role.PLANNER).get(plan + "/print"))).endsWith(plan);
    }
}
