package dk.grundskema.examples.fet;

import java.util.List;

/** Examples of FET that it solves in a few seconds. */
final class QuicklySolvedExamples {
    /** Longest time that one may take, in seconds: a guard against hanging, about twenty times what the slowest needs. */
    static final int SECONDS = 60;

    /** Paths below the folder of the examples. */
    static final List<String> PATHS = List.of(
            "FET-5-block-planning/small-example.fet",
            "FET-5-mornings-afternoons/Algeria-old-format/simple-test-bug-2020-02-29/check-2020-02-29-bug-algeria.fet",
            "FET-5-mornings-afternoons/Morocco-old-format/simple-test-bug-2020-02-29/check-2020-02-29-bug-morocco.fet",
            "FET-5-mornings-afternoons/problem-cannot-be-solved/test-liviu10.fet",
            "FET-5-mornings-afternoons/problem-cannot-be-solved/test-liviu7.fet",
            "FET-5-official/Algeria/Mechanical-Batna_Univ/ET2012-2013-S1.fet",
            "FET-5-official/Algeria/Mechanical-Batna_Univ/ET2012-2013-S2.fet",
            "FET-5-official/Algeria/Mechanical-Batna_Univ/EXAM-2013-2014-S1.fet",
            "FET-5-official/Argentina/Horario_ISJ.fet",
            "FET-5-official/Belize/Sacred-Heart-College/shc-2013/shc-2013.fet",
            "FET-5-official/Brazil/1/Brazil-more-difficult.fet",
            "FET-5-official/Brazil/1/Brazil.fet",
            "FET-5-official/Brazil/2/EEBLJ-Noturno.fet",
            "FET-5-official/Denmark/small-school.fet",
            "FET-5-official/Greece/Corfu/THE-2008-2009-exams-sep.fet",
            "FET-5-official/Greece/Didymoteicho/6th-Primary-School.fet",
            "FET-5-official/India/2021/St-Joseph-EMHSS-Puthanangadi/stjosephemhss.fet",
            "FET-5-official/India/2021/St-Joseph-EMHSS-Puthanangadi/stjosephemhss1.fet",
            "FET-5-official/India/Chennai/Anna-University/timetable_July_Nov_09_9.fet",
            "FET-5-official/India/St-Marys-College/St-Marys-College-Puthanagadi.fet",
            "FET-5-official/Indonesia/TelPolytech-Bandung/2010-2011/TelPolytech_even.fet",
            "FET-5-official/Indonesia/TelPolytech-Bandung/2010-2011/TelPolytech_odd.fet",
            "FET-5-official/Iran/Sharif-University/Sharif.fet",
            "FET-5-official/Italy/2007/simple/simpler-Italian.fet",
            "FET-5-official/Namibia/by-Bobby/set-1/PBS.fet",
            "FET-5-official/Namibia/by-Bobby/set-2/KPS.fet",
            "FET-5-official/Namibia/by-Bobby/set-2/PutSS.fet",
            "FET-5-official/Namibia/by-Bobby/set-2/WTHS.fet",
            "FET-5-official/Namibia/by-Bobby/set-5/KalengaPSY15T1a.fet",
            "FET-5-official/Namibia/by-Bobby/set-6-2016/MAPSY16T1d.fet",
            "FET-5-official/Namibia/by-Bobby/set-7-2016/EGS2016T2d.fet",
            "FET-5-official/Namibia/by-Bobby/set-7-2016/ErnstJagerCSY2016T2a.fet",
            "FET-5-official/Namibia/by-Bobby/set-7-2016/GoreangabJSSY2016T2b.fet",
            "FET-5-official/Namibia/by-Bobby/set-7-2016/HashiyanaPSY16T2a.fet",
            "FET-5-official/Namibia/by-Bobby/set-7-2016/HavanaPSY2016T2b.fet",
            "FET-5-official/Namibia/by-Bobby/set-7-2016/Moses-vd-Byl-Y2016-T1b.fet",
            "FET-5-official/Namibia/by-Bobby/set-7-2016/NamutuniPSY16T2a.fet",
            "FET-5-official/Namibia/by-Bobby/set-7-2016/RehobothPSY16T1a.fet",
            "FET-5-official/Namibia/by-Bobby/set-7-2016/StAndrewsPSY2016T2a.fet",
            "FET-5-official/Namibia/by-Bobby/set-8-2017/PutuavangaSSY2017T1a.fet",
            "FET-5-official/Namibia/by-Willy/Highlands_Christian_School.fet",
            "FET-5-official/Romania/Constantin-Brancusi-School-Medgidia/2013-2014/Orar_5_3.fet",
            "FET-5-official/Romania/Oradea/School-10-Oradea-2007-2008.fet",
            "FET-5-official/Romania/Pedagogic-High-School-Tg-Mures/2006-2007.fet",
            "FET-5-official/Romania/Pedagogic-High-School-Tg-Mures/2007-2008_sem1-a.fet",
            "FET-5-official/Saudi-Arabia/Arabic_Saudi_2.fet",
            "FET-5-official/Saudi-Arabia/may-not-solve/Arabic_Saudi_Examination.fet",
            "FET-5-official/South-Africa/2021/SIBUKOSETFU/SIBUKOSETFU.fet",
            "FET-5-official/Spain/3-school/primaria.fet",
            "FET-5-official/United-Kingdom/Hopwood/Hopwood.fet",
            "FET-5-official/Vietnam/2-secondary-school/VietNamHungYen.fet",
            "FET-5-official/Vietnam/3-THCS-(Mo-hinh-truong-hoc-moi)/TKB-THCS-DucHop_KimDong_HungYen-(8_2015).fet",
            "FET-5-terms/1/liviu.fet",
            "FET-5-terms/1/puris_2020-2021_9_01.fet",
            "FET-5-terms/1/simple.fet",
            "FET-5-terms/2/puris_12-const7.fet",
            "FET-6-mornings-afternoons/Algeria/5-by-Benahmed-Abdelkrim/only_R+Q+Inf.fet",
            "FET-6-mornings-afternoons/problem-cannot-be-solved/test-liviu10.fet",
            "FET-6-terms/1/puris_2020-2021_9_01.fet",
            "FET-6-terms/2/puris_12-const7.fet");

    private QuicklySolvedExamples() {}
}
