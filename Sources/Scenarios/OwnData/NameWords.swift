/// Words by which names of persons are told from other words, folded as `CellText.folded` does.
enum NameWords {
    /// The commonest first names in Denmark, of those born in all years.
    static let first = words(
        """
        jens peter lars michael henrik thomas soeren jan christian martin niels anders morten jesper hans joergen mads rasmus
        per ole erik kim bent svend tom flemming brian claus kenneth allan carsten bo jacob jakob mikkel kristian torben poul
        finn john steen frederik magnus emil william oliver noah lucas oscar valdemar viggo karl carl aage knud kurt kaj egon
        verner preben bjarne leif arne gunnar benny johnny tommy dennis ronni rene steffen kasper casper simon jonas mathias
        mathias tobias nikolaj nicolai sebastian daniel alexander victor anton elias malthe august otto aksel axel frede ejner
        ejnar holger harald otto ib keld kjeld ulrik uffe troels asger esben eskild palle frank ulla mohammed ali ahmed omar
        hassan ibrahim mustafa yusuf anne kirsten hanne mette anna helle susanne lene maria marianne inge karen lone bente
        camilla pia charlotte louise jette inger tina gitte rikke lise maiken annette sofie sophie emma ida freja clara laura
        alma ella josefine karla isabella mathilde caroline cecilie julie sara sarah signe line trine stine maja maj mia nanna
        katrine kathrine christina kristina heidi dorthe dorte birgit birthe birgitte bodil else elise elisabeth ellen elin
        elna emilie ester esther eva gerda gerd grethe grete gudrun gunhild ingrid ingeborg irene jytte johanne karin kirstine
        lis lisbeth lilian lillian linda lotte margit margrethe marie merete mona nina oda olga ragnhild randi rita rosa ruth
        sanne sidsel solveig tove ulla vera vibeke vivi yvonne aase agnes agnete alice amalie andrea anette anita ann astrid
        benedikte berit britt britta conny dagny ditte edith fatima aisha amina zahra hussein
        """)

    /// The commonest family names.
    static let family = words(
        """
        nielsen jensen hansen pedersen andersen christensen larsen soerensen rasmussen joergensen petersen madsen kristensen
        olsen thomsen christiansen poulsen johansen moeller mortensen knudsen jakobsen jacobsen mikkelsen olesen frederiksen
        laursen henriksen lund holm schmidt eriksen kristiansen clausen simonsen svendsen andreasen iversen jeppesen mogensen
        nissen lauridsen jespersen hermansen frandsen steffensen bertelsen berg dahl friis winther carlsen karlsen bang
        christoffersen kristoffersen vestergaard soendergaard oestergaard noergaard kjaer kjaergaard mathiesen mathiasen
        hedegaard bach bech krogh koch gregersen johnsen juhl bruun toft thorsen willadsen ibsen danielsen davidsen michelsen
        matthiesen lorenzen lassen paulsen sandberg overgaard dam bak beck skov holst lauritsen berthelsen ottosen torp
        hassan nguyen ali ahmed mohamed hussein khan yilmaz
        """)

    /// Of both those that are words, places or months too: names only beside another.
    static let ambiguous = words(
        """
        jan per tom bo hans maj august line mark else mona rosa andrea ali lund holm berg dahl bang bach bech krogh koch toft
        dam bak beck skov torp friis rose ann ib otto karla oda liv storm alma
        """)

    /// Small words within names.
    static let particles = words("von van de der den af al el bin da la le")

    /// What streets, houses and institutions end in.
    static let endings = [
        "gade", "gaden", "vej", "vejen", "alle", "alleen", "plads", "pladsen", "torv", "torvet", "center", "centret",
        "centeret",
        "hus", "huset", "hospital", "hospitalet", "sygehus", "sygehuset", "klinik", "klinikken", "skole", "skolen",
        "kommune",
        "kommunen", "region", "regionen", "apotek", "apoteket", "laegehus", "laegerne", "praksis", "afdeling",
        "afdelingen",
        "forening", "foreningen", "tilbud", "tilbuddet", "hold", "holdet", "forloeb", "forloebet", "samtale",
        "samtaler",
        "traening", "gruppe", "gruppen", "team", "teamet", "dag", "aften", "behandling", "henvisning", "henvisninger",
    ]

    /// Words that often have a capital letter and name nobody: places, months, weekdays and words of tables.
    static let others = words(
        """
        aarhus aalborg odense esbjerg randers kolding horsens vejle roskilde herning silkeborg naestved fredericia viborg
        koege holstebro taastrup slagelse hilleroed soenderborg svendborg hjoerring holbaek frederikshavn noerresundby
        ringsted haderslev skive oelstykke nykoebing nyborg greve lillerod kalundborg solroed skanderborg ikast lynge farum
        struer ringkoebing skjern tarm varde billund grindsted vejen brande hedensted juelsminde odder samsoe djursland norddjurs
        syddjurs favrskov hadsten hammel hinnerup mariagerfjord hobro rebild stoevring vesthimmerland aars loegstoer thisted
        morsoe jammerbugt broenderslev laesoe lemvig assens faaborg midtfyn kerteminde langeland middelfart nordfyn bogense aeroe
        fanoe aabenraa toender gentofte gladsaxe herlev ballerup furesoe rudersdal lyngby glostrup albertslund broendby hvidovre
        ishoej vallensbaek roedovre frederiksberg koebenhavn copenhagen amager bornholm roenne dragoer taarnby egedal alleroed
        fredensborg helsingoer hoersholm gribskov halsnaes frederikssund lejre odsherred soroe stevns faxe vordingborg guldborgsund
        lolland maribo nakskov fyn jylland sjaelland danmark denmark groenland faeroeerne midtjylland nordjylland syddanmark
        hovedstaden skejby riis risskov viby brabrand tilst hasselager hoejbjerg ebeltoft grenaa bjerringbro
        nord syd oest vest nordre soendre oestre vestre north south east west ny nye gammel gamle gl store lille sankt skt st
        midt midtby center centrum bydel omraade
        januar februar marts april maj juni juli august september oktober november december
        january february march may june july october jan feb mar apr jun jul aug sep sept okt oct nov dec
        mandag tirsdag onsdag torsdag fredag loerdag soendag monday tuesday wednesday thursday friday saturday sunday
        paaske pinse jul nytaar sommer vinter foraar efteraar uge uger week weeks summer winter spring autumn
        kommune kommunen kommunes region regionen municipality hospital sygehus sygehuset afdeling ambulatorium klinik praksis
        almen praktiserende laege laeger laegen laegerne sygeplejerske fysioterapeut ergoterapeut diaetist instruktoer tolk
        koordinator leder sekretaer visitator visitation borger borgere patient patienter citizen citizens staff
        sundhedscenter sundhed sundhedsstyrelsen forebyggelse rehabilitering genoptraening kronisk sygdom kroniske syge rygning
        rygestop rygestopkursus alkohol kost ernaering traening fysisk motion vaegt vaegttab diabetes kol hjerte kraeft ryg
        smerter stress angst depression soevn demens mestring sygdomsmestring nikotinafvaenning forloeb forloebsprogram
        hold holdet gruppe team samtale samtaler afklarende afsluttende forebyggende opfoelgende opfoelgning indsats tilbud
        daghold aftenhold formiddag eftermiddag formiddagshold eftermiddagshold dag aften morgen individuel individuelt digital
        online telefon bemaerkning bemaerkninger note noter kommentar kommentarer kilde maaned antal dato aar status
        henvisning henvisninger henvist venteliste ventetid ventetider medarbejdere medarbejder funktion timer minutter dage
        holdt aflyst planlagt udsat flyttet lukket aaben fuld fuldt ledig ledige tom tomt ukendt andet andre anden ingen alle
        ferie sygdom sygemeldt kursus moede moeder start slut startet sluttet skal ikke er var har blev som fra til med uden og
        eller men for ved om kun ogsaa samt pr ca kl nr se jf obs ja nej afventer kontakt ring ringer sendt modtaget oprettet
        afvist godkendt overfoert genindkaldt indkaldt booket aftalt ekstra ekstern intern
        forberedelse dokumentation transport min pladser deltagere ugedage moeder andel timer sygedage vaerdi
        conversation preparation documentation travel hours minutes holiday sick days share function participants seats offer
        general practice hospital chronic disease smoking alcohol physical training referral referrals waiting list group
        groups held cancelled planned unknown other note notes comment comments the a an and or not of in on to from with
        call see new old extra team day evening
        """)

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
