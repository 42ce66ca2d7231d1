package dk.grundskema.api.service.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.grundskema.api.exports.sheet.PdfPages;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page from which sheets are printed. */
final class PrintPageTest {
    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);

    private PageClient as(Role role) {
        return PageClient.signedInAs(school.addPerson(role));
    }

    private String camp() {
        return SolvedPlans.createSolvedPlan(
                ServiceClient.administrator(server),
                server,
                school.path(),
                TestServices.exampleProblem("camp-3-weeks"),
                300);
    }

    private static String page(String place) {
        return "/plans/" + TestPlans.planIdOf(place).value();
    }

    private static byte[] bytes(HttpResponse<String> answer) {
        return answer.body().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    @Tag("http")
    void everySheetIsAPdfOnItsPaper() throws IOException {
        PageClient planner = as(Role.PLANNER);
        String plan = page(camp());

        assertThat(planner.get(plan + "/print").body())
                .contains("Hold 1", "Alle 3 i én fil", "href=\"" + plan + "/print/team-01-hold-1.pdf\"")
                .contains("href=\"" + plan + "/print/hours.xlsx\"")
                .doesNotContain(".html\"");
        HttpResponse<String> sheet = planner.getBytes(plan + "/print/team-01-hold-1.pdf");
        assertThat(sheet.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(sheet.headers().firstValue("Content-Disposition"))
                .hasValue("inline; filename=\"team-01-hold-1.pdf\"");
        PdfPages pages = PdfPages.of(bytes(sheet));
        assertThat(pages.texts()).hasSize(3).allMatch(one -> one.contains("Hold 1"));
        assertThat(pages.width()).isCloseTo(420, within(1.0));
        assertThat(bytes(planner.getBytes(plan + "/print/hours.xlsx"))).startsWith('P', 'K');
    }

    @Test
    @Tag("http")
    void sheetsOfAllTeamsAreOnePdf() throws IOException {
        HttpResponse<String> sheets = as(Role.PLANNER).getBytes(page(camp()) + "/print/teams.pdf");
        assertThat(PdfPages.of(bytes(sheets)).texts()).hasSize(9);
    }

    @Test
    void unchangedSheetIsNotSentAgain() {
        PageClient planner = as(Role.PLANNER);
        String sheet = page(camp()) + "/print/overview.pdf";
        String tag = planner.getBytes(sheet).headers().firstValue("ETag").orElseThrow();
        assertThat(planner.getBytes(sheet, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(planner.getBytes(sheet, "If-None-Match", "\"another\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void readerIsOfferedNoSheetsAndGetsNone() {
        PageClient reader = as(Role.READER);
        String plan = page(camp());
        assertThat(reader.get(plan).body()).contains(plan + "/timetable").doesNotContain(plan + "/print");
        assertThat(reader.get(plan + "/print").statusCode()).isEqualTo(403);
        assertThat(reader.get(plan + "/print/teams.pdf").statusCode()).isEqualTo(403);
    }

    @Test
    void unknownSheetIsNotFound() {
        PageClient planner = as(Role.PLANNER);
        String plan = page(camp());
        assertThat(planner.get(plan + "/print/nobody.pdf").statusCode()).isEqualTo(404);
        assertThat(planner.get(plan + "/print/nobody.xlsx").statusCode()).isEqualTo(404);
    }

    @Test
    void aPlanWithoutATimetableLeadsToWhereItGetsOne() {
        String plan = page(TestPlans.createCampPlan(ServiceClient.administrator(server), school.path()));
        assertThat(PageClient.redirectTarget(as(Role.PLANNER).get(plan + "/print")))
                .endsWith(plan);
    }
}
