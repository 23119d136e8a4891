#include "views/page_style.h"

namespace isnad::views {
namespace {

// Marks in running text have no padding, margin or border: these would break the joining of Arabic letters.
constexpr std::string_view sheet = R"css(
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1d1d1b;--quiet:#5d5b55;--line:#d9d5cb;
--accent:#1f4e79;--hit:#ffe9a8;--at:#f3ead2;--shade:#f1eee6}
@media (prefers-color-scheme:dark){:root{--paper:#16181b;--card:#1e2125;--ink:#e6e3dc;--quiet:#a3a098;
--line:#3a3d42;--accent:#8fbce6;--hit:#6a5514;--at:#3a3524;--shade:#24282d}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;overflow-wrap:anywhere;background:var(--paper);color:var(--ink);line-height:1.8;font-size:18px;
font-family:"Noto Serif","Source Serif 4",Charter,Cambria,"Noto Naskh Arabic",Amiri,"Geeza Pro",
"Traditional Arabic",serif}
.page{max-width:62rem;margin:0 auto;padding:1.2rem clamp(1rem,4vw,3rem) 5rem;direction:rtl;text-align:start}
.latin{font-size:.92em}
.en{display:none}
#lang-en:checked~.page{direction:ltr}
#lang-en:checked~.page .en{display:inline}
#lang-en:checked~.page .ar{display:none}
.da{display:none}
#digits-ar:checked~.page .da{display:inline}
#digits-ar:checked~.page .dw{display:none}
#lang-en:checked~.page .da{display:none}
#lang-en:checked~.page .dw{display:inline}
.choice,.switch{position:absolute;opacity:0;width:1px;height:1px;pointer-events:none}
a{color:inherit;text-decoration-color:var(--quiet);text-underline-offset:.3em;text-decoration-thickness:1px}
a:hover{text-decoration-color:var(--accent);color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
h1,h2,h3,h4{line-height:1.5;font-weight:700;margin:0;text-wrap:balance}
h1{font-size:1.75rem;line-height:1.55}
h2{font-size:1.28rem}
h3{font-size:1.05rem}
p,ul,ol,figure,blockquote{margin:0;padding:0}
ul,ol{list-style:none}
.choices{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;justify-content:space-between;align-items:baseline;
font-size:.85rem;color:var(--quiet);border-block-end:1px solid var(--line);padding-block-end:.5rem}
.choices label{cursor:pointer;padding:.2rem .3rem;border-block-end:2px solid transparent}
.choices .brand{font-weight:700;color:var(--ink)}
#lang-ar:checked~.page label[for=lang-ar],#lang-en:checked~.page label[for=lang-en],
#digits-w:checked~.page label[for=digits-w],#digits-ar:checked~.page label[for=digits-ar]{
border-block-end-color:var(--accent);color:var(--ink)}
#lang-ar:focus-visible~.page label[for=lang-ar],#lang-en:focus-visible~.page label[for=lang-en],
#digits-w:focus-visible~.page label[for=digits-w],#digits-ar:focus-visible~.page label[for=digits-ar]{
outline:2px solid var(--accent)}
#lang-en:checked~.page .digits{visibility:hidden}
.contents{margin-block-start:1rem;padding:.8rem 1rem;background:var(--shade);font-size:.95rem}
.contents li{margin-block:.2rem}
.story>header{margin-block:2rem 1rem}
.story>header .counts{margin-block-start:.5rem;font-size:1rem}
.story+.story{border-block-start:4px double var(--line);margin-block-start:4rem}
h1 a{text-decoration:none}
.lone h1{font-size:1.28rem}
.lone details{border-block-end:1px solid var(--line);padding-block:.3rem}
.lone summary{font-size:1rem;color:var(--ink)}
section{margin-block-start:2.6rem}
section>h2,summary>h2{border-block-start:2px solid var(--ink);padding-block-start:.5rem}
summary>h2{display:inline-block;margin-inline-end:.6rem}
.what,.counts,.kind,.note,.ref,.others,.spellings,.why,.key,summary,figcaption,.file,.up,.layers{
font-size:.85rem;color:var(--quiet);font-weight:400}
.what{max-width:44rem}
.kind{font-weight:400}
.note{border:1px dotted var(--line);padding:0 .35em;border-radius:3px;white-space:nowrap}
summary{cursor:pointer;padding-block:.25rem}
summary:hover{color:var(--accent)}
.claims>li{padding-block:.9rem;border-block-end:1px solid var(--line)}
.claims>li:last-child{border-block-end:0}
.about .kind{display:inline-block;margin-inline-end:.5em}
.about .subject{font-weight:700}
.card{background:var(--card);border:1px solid var(--line);border-inline-start:4px solid var(--quiet);
padding:1rem 1.2rem;margin-block-start:1.2rem;border-radius:3px}
.card.conflict,.card.denial{border-inline-start-color:var(--accent)}
.card .tag{float:inline-end;font-size:.85rem;color:var(--quiet);border:1px solid var(--line);border-radius:3px;
padding:0 .5em;margin-inline-start:.6em}
.card.denial .tag{border-style:double;border-width:3px}
.card.update .tag{border-style:dashed}
.accounts>li,.statements>li{padding-block:.7rem;border-block-start:1px solid var(--line)}
.agreed .accounts>li:first-child,.one .accounts>li:first-child,.statements>li:first-child{border-block-start:0}
.line{display:flex;flex-wrap:wrap;gap:.25rem .7rem;align-items:center}
.value{font-weight:700}
.value.vague{font-weight:400;text-decoration:underline dashed 1px;text-underline-offset:.35em}
blockquote.src{display:block;margin-block:.2rem;width:fit-content;max-width:min(46rem,100%);overflow-wrap:anywhere}
a.at{background:var(--at);text-decoration:none}
a.at:hover{background:var(--hit)}
a.quiet{text-decoration-style:dotted}
.ref{text-decoration:none;border-block-end:1px dotted var(--quiet)}
.ref::after{content:"\00a0\2199"}
#lang-en:checked~.page .ref::after{content:"\00a0\2198"}
.dots{display:inline-flex;flex-wrap:wrap;gap:.25rem;align-items:center}
.dot{display:inline-flex;align-items:center;justify-content:center;min-width:1.45rem;height:1.45rem;
padding:0 .3rem;border-radius:1rem;background:var(--o);color:var(--t)!important;font-size:.8rem;line-height:1;
text-decoration:none;font-family:system-ui,"Noto Sans Arabic",sans-serif;font-weight:700}
.dot.square{border-radius:2px}
.dot.leaf{border-radius:1rem 0}
.pair{display:inline-flex;align-items:flex-start;gap:.1rem}
.times{font-size:.75rem;color:var(--quiet);line-height:1}
.others a+a::before{content:"\00b7\00a0"}
.others a{display:inline-block}
.c1{--o:#0072b2;--t:#fff}
.c2{--o:#e69f00;--t:#1d1d1b}
.c3{--o:#009e73;--t:#08110e}
.c4{--o:#cc79a7;--t:#1d1d1b}
.c5{--o:#56b4e9;--t:#1d1d1b}
.c6{--o:#6a6a6a;--t:#fff}
.c7{--o:#f0e442;--t:#1d1d1b}
.chain{display:inline-flex;flex-wrap:wrap;align-items:center;gap:.2rem 0;font-size:.9rem;line-height:1.5}
.chain .node{display:inline-flex;flex-direction:column;border:1px solid var(--line);border-radius:4px;
padding:.05rem .5rem;background:var(--paper);max-width:15rem}
.chain .node .kind{font-size:.75rem;line-height:1.3}
.chain .speaker,.chain .unnamed{border-color:var(--quiet)}
.chain .unnamed{border-style:dashed}
.chain .outlet{border-color:transparent;background:none;padding-inline:.1rem;max-width:20rem}
.chain .outlet a{text-decoration-style:dotted}
.chain li{position:relative;min-width:0}
.chain li+li{margin-inline-start:1.5rem}
.chain li+li::before{content:"\2192";position:absolute;inset-inline-start:-1.35rem;top:0;bottom:0;
display:flex;align-items:center;color:var(--quiet);font-family:system-ui,sans-serif}
#lang-en:checked~.page .chain li+li::before{content:"\2190"}
.why{margin-block-start:.7rem;padding-block-start:.5rem;border-block-start:1px dotted var(--line)}
.numbers{margin-block:1rem;direction:ltr}
.numbers figcaption{direction:rtl;text-align:start;display:flex;flex-wrap:wrap;gap:0 1.2rem}
#lang-en:checked~.page figcaption{direction:ltr}
svg{display:block;direction:ltr;overflow:visible;font-family:system-ui,"Noto Sans Arabic",sans-serif}
svg text{unicode-bidi:bidi-override;direction:ltr}
svg .axis{stroke:var(--quiet);stroke-width:1}
svg .grid{stroke:var(--line);stroke-width:1}
svg .tick{fill:var(--quiet);font-size:12px}
svg .value{fill:var(--ink);font-size:14px;font-weight:700;paint-order:stroke;stroke:var(--card);stroke-width:4px}
svg rect.bar{fill:var(--line);stroke:var(--quiet);stroke-width:1}
svg rect.bar.dashed{fill:none;stroke-dasharray:5 4}
svg .dot{fill:var(--o);stroke:var(--card);stroke-width:1.5}
svg .dot.dashed{stroke:var(--ink);stroke-dasharray:3 3}
svg text.number{fill:var(--t);font-size:12px;font-weight:700}
.flow{margin-block:1rem}
.flow h3{font-size:.85rem;font-weight:400;color:var(--quiet)}
.flow .hand{border:1px solid var(--line);border-radius:4px;background:var(--card);padding:.1rem .5rem;
font-size:.8rem;line-height:1.3;margin-block:.35rem}
.flow .unnamed{border-style:dashed;border-color:var(--quiet)}
.flow .hand-line{display:flex;gap:.4rem;align-items:center;min-width:0}
.flow .who{flex:1;min-width:0;line-height:21px;text-underline-offset:.2em}
.flow a.who{text-decoration-style:dotted}
.flow .n-of{color:var(--quiet)}
.flow .hand .dot{min-width:1.2rem;height:1.2rem;font-size:.7rem;flex:none}
.flow .kind{font-size:.72rem;line-height:17px}
.flow .feeds{font-size:.8rem;color:var(--quiet)}
.flow .to{display:inline-block;max-width:100%}
.flow .feeds::before{content:"\2190\00a0"}
#lang-en:checked~.page .flow .feeds::before{content:"\2192\00a0"}
.flow .copied::before{content:none!important}
.flow svg{display:none}
.flow figcaption{display:none}
@media (min-width:700px),print{
.flow .hands{position:relative;height:calc(var(--h) + 2rem)}
.flow{position:relative}
.flow.has-copies .hands{margin-inline-end:60px}
.flow h3{position:absolute;top:0;inset-inline-start:var(--x)}
.flow .hand{position:absolute;margin:0;inset-inline-start:var(--x);width:var(--w);top:calc(var(--y) + 2rem);
height:var(--b);display:flex;flex-direction:column;justify-content:center}
.flow .who{overflow:hidden;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:1;line-clamp:1}
.flow .long .who{-webkit-line-clamp:2;line-clamp:2}
.flow .feeds{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.flow svg{display:block;position:absolute;top:2rem;transform:scaleX(-1)}
#lang-en:checked~.page .flow svg{transform:none}
.flow .bands{left:0;width:100%;height:var(--h)}
.flow .copies{left:0;width:56px}
#lang-en:checked~.page .flow .copies{left:auto;right:0}
.flow figcaption{display:block}}
.bands path{fill:var(--o,var(--quiet));opacity:.38}
.bands .plain{opacity:.22}
.bands path:hover{opacity:.85}
.copies path{fill:none;stroke:var(--quiet);stroke-width:1.5;stroke-dasharray:4 3}
.copies .head{stroke-dasharray:none}
.calendar{display:flex;flex-wrap:wrap;gap:.3rem;margin-block:1rem;align-items:stretch}
.calendar li{border:1px solid var(--line);border-radius:3px;padding:.3rem .6rem;font-size:.9rem;line-height:1.5;
display:flex;flex-direction:column;align-items:center;min-width:4.2rem;background:var(--paper)}
.calendar .none{color:var(--quiet);border-style:dotted}
.calendar .gap{border:0;justify-content:center;min-width:1.5rem;background:none}
.date{margin-block-start:1.4rem;font-size:1rem}
.timeline{border-inline-start:2px solid var(--line);margin-inline-start:.6rem}
.entry{display:flex;gap:.8rem;padding-block:.45rem;margin-inline-start:-.62rem}
.entry.background,.date.background{color:var(--quiet)}
.mark{flex:none;display:inline-block;width:.9rem;height:.9rem;margin-block-start:.55rem;background:var(--accent);
border:2px solid var(--accent);border-radius:50%;box-shadow:0 0 0 3px var(--paper)}
.background .mark{opacity:.55}
.mark.s1{transform:scale(.75)}
.mark.s3{transform:scale(1.2)}
.mark.s4{transform:scale(1.4)}
.mark.planned{background:var(--paper)}
.mark.denied{background:var(--paper);border-radius:0;border-width:0;
background-image:linear-gradient(45deg,transparent 42%,var(--accent) 42% 58%,transparent 58%),
linear-gradient(-45deg,transparent 42%,var(--accent) 42% 58%,transparent 58%)}
.mark.disputed{border-radius:0;background:linear-gradient(90deg,var(--accent) 50%,var(--paper) 50%);rotate:45deg}
.key .mark{margin:0;margin-inline:0 .4em;vertical-align:-.1em;box-shadow:none}
p.key{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;margin-block:.4rem}
.timeline a.at{background:none;text-decoration:underline dotted 1px var(--quiet);text-underline-offset:.38em}
.told .counts{display:inline}
.told .ref+.counts{margin-inline-start:.9rem}
p.gap{margin-inline-start:.6rem;padding:.5rem 1.1rem;border-inline-start:2px dotted var(--line);
color:var(--quiet);font-size:.85rem}
.timeline+.gap{margin-block-start:0}
.names{display:grid;grid-template-columns:repeat(auto-fill,minmax(15.5rem,1fr));gap:.9rem 1.6rem;
margin-block-start:.8rem}
.person .name{font-weight:700}
.latin{color:var(--quiet)}
.spellings bdi+bdi::before{content:"\00b7\00a0"}
.voice{margin-block-start:1.4rem}
.families>li{padding-block:.7rem;border-block-end:1px solid var(--line)}
.families ul{margin-inline-start:1rem;padding-inline-start:1rem;border-inline-start:2px solid var(--line)}
.families ul li{padding-block:.4rem}
.document .title{display:block;text-decoration:none}
.origins ol{columns:18rem;column-gap:2rem;color:var(--ink)}
.origins li{margin-block:.3rem;break-inside:avoid}
.origins li:target{background:var(--hit)}
.reader .text{background:var(--card);border:1px solid var(--line);padding:1.2rem clamp(1rem,4vw,2.5rem);
margin-block-start:1.4rem;border-radius:3px}
.text header{display:flex;flex-wrap:wrap;gap:.2rem .8rem;align-items:baseline;font-size:.95rem;
border-block-end:1px solid var(--line);padding-block-end:.4rem;margin-block-end:.8rem}
.text .up{margin-inline-start:auto}
.text .file{direction:ltr;overflow-wrap:anywhere}
.text:target{border-color:var(--accent)}
.text p,.text h3,.text h4{margin:.75rem auto;max-width:44rem;overflow-wrap:anywhere}
.text h3{font-size:1.28rem}
.text .deck{color:var(--quiet)}
.text .caption{font-size:.85rem;color:var(--quiet)}
.chrome p{font-size:.85rem;color:var(--quiet);overflow-wrap:anywhere}
.layers{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;position:sticky;top:0;background:var(--paper);
padding-block:.4rem;z-index:2;border-block-end:1px solid var(--line)}
.layers label{cursor:pointer;padding-inline:.2em}
#ly-n:checked~.layers label[for=ly-n],#ly-t:checked~.layers label[for=ly-t],
#ly-q:checked~.layers label[for=ly-q],#ly-st:checked~.layers label[for=ly-st],
#ly-ev:checked~.layers label[for=ly-ev]{color:var(--ink)}
#ly-n:checked~.layers label[for=ly-n]{text-decoration:underline solid 1px;text-underline-offset:.38em}
#ly-t:checked~.layers label[for=ly-t]{text-decoration:underline dotted 2px;text-underline-offset:.38em}
#ly-q:checked~.layers label[for=ly-q]{text-decoration:underline double 1px;text-underline-offset:.38em}
#ly-st:checked~.layers label[for=ly-st]{background:var(--shade)}
#ly-ev:checked~.layers label[for=ly-ev]{text-decoration:underline wavy 1px;text-underline-offset:.38em}
#ly-n:focus-visible~.layers label[for=ly-n],#ly-t:focus-visible~.layers label[for=ly-t],
#ly-q:focus-visible~.layers label[for=ly-q],#ly-st:focus-visible~.layers label[for=ly-st],
#ly-ev:focus-visible~.layers label[for=ly-ev]{outline:2px solid var(--accent)}
mark{background:none;color:inherit}
#ly-n:checked~.texts .n{text-decoration:underline solid 1px var(--quiet);text-underline-offset:.38em}
#ly-t:checked~.texts .t{text-decoration:underline dotted 2px var(--quiet);text-underline-offset:.38em}
#ly-q:checked~.texts .q{text-decoration:underline double 1px var(--quiet);text-underline-offset:.38em}
#ly-st:checked~.texts .st{background:var(--shade)}
#ly-ev:checked~.texts .ev{text-decoration:underline wavy 1px var(--quiet);text-underline-offset:.38em}
.w:target{background:var(--hit);box-shadow:0 2px 0 var(--accent)}
#ly-st:checked~.texts .w:target .st{background:none}
.w{scroll-margin-block:6rem}
[id^="b-"]:target{background:var(--hit)}
.back{display:none}
.w:target+.back{display:inline;color:var(--accent);text-decoration:none;font-family:system-ui,sans-serif}
.bc{unicode-bidi:isolate;font-style:normal}
.bc::before{content:"\25ab";color:var(--quiet)}
bdi{unicode-bidi:isolate}
.empty{color:var(--quiet)}
footer{margin-block-start:4rem;border-block-start:1px solid var(--line);padding-block-start:.6rem;
font-size:.85rem;color:var(--quiet)}
@media (max-width:600px){body{font-size:17px}h1{font-size:1.45rem}.card{padding:.8rem .9rem}
.chain .node{max-width:11rem}.calendar li{min-width:3.6rem;padding:.3rem .4rem}}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--quiet:#444;--line:#bbb;--at:#eee;--shade:#f4f4f4;--hit:#eee;
--accent:#000}
body{font-size:11pt;line-height:1.65}.page{max-width:none;padding:0}
.choices label,.layers,.up,.back,.digits{display:none}
.card,.claims>li,.entry,.names li,.statements>li{break-inside:avoid}
h2,h3,h4,summary{break-after:avoid}
.dot,.mark,a.at,svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.reader{break-before:page}.reader .text{border:0;padding:0}
details::details-content{content-visibility:visible;block-size:auto}}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
)css";

}  // namespace

std::string_view page_style() { return sheet; }

}  // namespace isnad::views
