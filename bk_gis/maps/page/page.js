var bkgis=(()=>{var yt=Object.defineProperty;var ke=Object.getOwnPropertyDescriptor;var ve=Object.getOwnPropertyNames;var Le=Object.prototype.hasOwnProperty;var $e=(s,t)=>{for(var e in t)yt(s,e,{get:t[e],enumerable:!0})},Se=(s,t,e,n)=>{if(t&&typeof t=="object"||typeof t=="function")for(let o of ve(t))!Le.call(s,o)&&
o!==e&&yt(s,o,{get:()=>t[o],enumerable:!(n=ke(t,o))||n.enumerable});return s};var Me=s=>Se(yt({},"__esModule",{value:!0}),s);var ps={};$e(ps,{start:()=>ms});var tt=class{followers=[];follow(t){this.followers.push(t)}show(t){for(let e of this.followers)e(t)}text(t){let e=document.createTextNode("");return this.follow(
n=>{let o=t(n);e.data!==o&&(e.data=o)}),e}attribute(t,e,n){return this.follow(o=>{let i=n(o);t.getAttribute(e)!==i&&It(t,e,i)}),t}};function It(s,t,e){e===!1||e===
null||e===void 0?s.removeAttribute(t):s.setAttribute(t,e===!0?"":e)}function u(s,t={},...e){let n=document.createElement(s);for(let[o,i]of Object.entries(t))typeof i==
"function"?n.addEventListener(o,i):It(n,o,i);return n.append(...e.flat().filter(o=>o!=null)),n}var Ee="http://www.w3.org/2000/svg";function E(s,t,...e){let n=document.
createElementNS(Ee,s);for(let[o,i]of Object.entries(t))n.setAttribute(o,i);return n.append(...e),n}function _(s,...t){let e=s.contains(document.activeElement)?document.
activeElement.dataset.key:null,n=s.firstChild?s.scrollTop:0;if(s.replaceChildren(...t.flat().filter(Boolean)),n&&(s.scrollTop=n),e){let o=[...s.querySelectorAll(
"[data-key]")].find(i=>i.dataset.key===e);o||(s.tabIndex=-1),(o||s).focus({preventScroll:!0})}}function V(s){let t=null,e=requestAnimationFrame(()=>{e=requestAnimationFrame(
()=>{t=setTimeout(s)})});return()=>{cancelAnimationFrame(e),clearTimeout(t)}}function et(){return parseFloat(getComputedStyle(document.documentElement).fontSize)}function B(s){let t=new WeakMap;return(e,...n)=>(t.has(e)||t.set(e,s(e,...n)),t.get(e))}var T=1e5;function Rt(s){let t=[],e=[0,0];for(let n=0,o=0;n<s.length;o^=1){let i=0,r=0,a;do a=s.charCodeAt(n++)-63,i|=(a&31)<<r,r+=5;while(a>=32);e[o]+=i&1?~(i>>
1):i>>1,t.push(e[o])}return t}var R=s=>s<0?~s:s;function Oe(s,t){let e=[];for(let n of t){let o=s[R(n)],i=o.length-2;for(let r=e.length?2:0;r<=i;r+=2){let a=n<0?
i-r:r;e.push([o[a+1]/T,o[a]/T])}}return e}var Nt=(s,t)=>(s[t]+2**25)*2**26+s[t+1]+2**25;function xt(s,t){let e=new Uint8Array(s.length),n=t.flat(2);for(let c of n)
e[R(c)]+=1;let o=c=>c<0?Nt(s[~c],s[~c].length-2):Nt(s[c],0),i=c=>o(~c),r=new Map;for(let c of n){if(e[R(c)]!==1)continue;let l=o(c);r.has(l)||r.set(l,[]),r.get(
l).push(c)}let a=[];for(let c of r.values())for(;c.length;){let l=[c.pop()];for(let h=r.get(i(l[0]));h&&h.length;h=r.get(i(l.at(-1))))l.push(h.pop());a.push(l)}
return a}function st(s,[t,e]){let n=!1;for(let o of s)for(let i=0,r=o.length-1;i<o.length;r=i++){let[a,c]=[o[i],o[r]];a[0]>t!=c[0]>t&&e<(c[1]-a[1])*(t-a[0])/(c[0]-
a[0])+a[1]&&(n=!n)}return n}var W=B(({outline:s},{arcs:t})=>s.map(e=>Oe(t,e))),F=B(({outline:s},{arcs:t})=>kt(s.flat().map(e=>t[R(e)])));function kt(s){let[t,e,
n,o]=[1/0,1/0,-1/0,-1/0];for(let i of s)for(let r=0;r<i.length;r+=2)i[r]<e&&(e=i[r]),i[r]>o&&(o=i[r]),i[r+1]<t&&(t=i[r+1]),i[r+1]>n&&(n=i[r+1]);return[[t/T,e/T],
[n/T,o/T]]}function Ft(s,t){let e=s.map(()=>[]);t.rings.forEach((o,i)=>{for(let r of o.flat())e[R(r)].push(i)});let n={commune:[],district:[],subregion:[],outline:[]};
return e.forEach((o,i)=>{let[r,a]=o,c=l=>l[r]!==l[a];o.length<2?n.outline.push(i):c(t.subregion)?n.subregion.push(i):n[c(t.district)?"district":"commune"].push(
i)}),n}function Wt(s){let t=s.communes.arcs.map(a=>Rt(a)),{communes:e,districts:n,clusters:o}=s,i=(a,c)=>xt(t,e.rings.filter((l,h)=>a[h]===c)),r={...s,arcs:t,borders:Ft(
t,e),bounds:kt(t),communes:e.code.map((a,c)=>Object.freeze({code:a,name:e.name[c],unit:e.unit[c],district:e.district[c]??null,subregion:e.subregion[c]??null,outline:e.
rings[c]})),subregions:s.subregions.map((a,c)=>Object.freeze({...a,outline:i(e.subregion,c)})),districts:n.code.map((a,c)=>Object.freeze({code:a,name:n.name[c],
subregion:n.subregion[c]??null,outline:i(e.district,c)})),clusters:o.id.map((a,c)=>Object.freeze({id:a,index:c,name:o.name[c],printed:o.printed[c],location:o.location[c],
district:o.district[c]??null,subregion:o.subregion[c]??null,unit:o.unit[c],communes:o.communes[c],method:o.methods[o.method[c]],latlng:o.x[c]===null?null:[o.y[c]/
T,o.x[c]/T],ha:o.ha.map(l=>l[c])}))};return r.tinted=r.subregions.length?r.subregions:[{tint:s.tint,outline:xt(t,e.rings)}],r.units={commune:r.communes,district:r.
districts,subregion:r.subregions}[r.level],Object.freeze(r)}var D=(s,t)=>s.name??s.label[t];function j(s,t){return{district:s.districts[t.district],subregion:s.
subregions[t.subregion]}}function P(s,t){return s.phases.map(e=>+(t.alone?e.end===t.by:e.end<=t.by))}var H=s=>Math.round(s*1e6)/1e6;function C(s,t){let e=0;for(let n=0;n<
t.length;n++)e+=s.ha[n]*t[n];return H(e)}function nt({district:s,subregion:t}){return s===null&&t===null}function U(s,t,e){return t.district!==null?e.district===
t.district:t.subregion!==null?e.subregion===t.subregion:!0}function vt(s,t,e=[]){let n=t.map((r,a)=>a).filter(r=>t[r]),o=r=>{if(s&&s[r]!==null)return s[r];let a=e.
map(c=>c?c[r]:null);return a.length&&!a.includes(null)?a.reduce((c,l)=>c+l,0):null},i=n.map(o);return i.length&&!i.includes(null)?H(i.reduce((r,a)=>r+a,0)):null}
var Pe=B(()=>new Map);function K(s,{by:t,alone:e}){let n=`${t} ${!!e}`,o=Pe(s);return o.has(n)||o.set(n,Ce(s,{by:t,alone:e})),o.get(n)}function Ce(s,t){let e=P(
s,t),n=P(s,{...t,alone:!1}),o=()=>({clusters:0,hectares:0,covered:0,of:0,stated:null}),[i,r,a]=[s.districts.map(o),s.subregions.map(o),o()],c={commune:s.communes.
map(o),district:i,subregion:r}[s.level],l=({district:f,subregion:b},w)=>new Set([i[f],r[b],c[w],a]),h=(f,b,w)=>{for(let x of f)x&&(x[b]+=w)},d=new Set;for(let f of s.
clusters){let b=C(f,e);if(b>0){let w=l(f,f.unit);h(w,"clusters",1),h(w,"hectares",b)}C(f,n)>0&&d.add(f.unit)}s.units.forEach((f,b)=>{let w=s.level==="subregion"?
[c[b],a]:l(f,b);h(w,"of",1),d.has(b)&&h(w,"covered",1)});let g=f=>s.districts.filter(f).map(({code:b})=>s.stated.districts[b]);i.forEach((f,b)=>{f.stated=vt(s.stated.
districts[s.districts[b].code],e)}),r.forEach((f,b)=>{let w=g(({subregion:x})=>x===b);f.stated=vt(s.stated.subregions[s.subregions[b].id],e,w)}),a.stated=vt(s.stated.
province,e,g(()=>!0));for(let f of new Set([...i,...r,...c,a]))f.hectares=H(f.hectares);return{districts:i,subregions:r,units:c,whole:a}}function N(s,t){let{units:e}=K(
s,{by:t,alone:!1});return e.flatMap(({covered:n},o)=>n?[]:[o])}var Dt={disc:{largest:18,whole:640,most_painted:.1,least_growth:.7,most_growth:2.2,outline:1.75,edge:"#FFFFFF",gap:3.5,open:3.8,step:.3,halves:8,crowd:300},name:{
beside:4,above:2,corner:2,further:14,steps:13,ways:16,leader:8,joints:32,all_up_to:60},area:{spots:12,around:3,vertices:100,width:2,clear:8,most_marked:30},tints:[
"#F3EBDC","#E3EFE1","#E4EBF5","#F4E6EA","#EFEAF6","#E6F1F2","#F5EFD2","#ECECEC"]};var{disc:$,name:O,area:z}=Dt;function G(s,t,e){let n=0;return s.map((o,i)=>(n+=o*t[i],e*Math.sqrt(n)))}var ot={};function jt(s){ot=s}function m(s,t,e={}){if(!ot[t])throw new Error(`words.toml has no '${t}' for the page`);return ot[t][s].replace(/\{(\w+)\}/g,(n,o)=>String(
e[o]))}function J(s,t){return m(s,ot[`placed ${t}`]?`placed ${t}`:"not placed")}var it=s=>{let t=null;return()=>t??=s()},Te={vi:it(()=>new Intl.NumberFormat("vi",
{maximumFractionDigits:2})),en:it(()=>new Intl.NumberFormat("en",{maximumFractionDigits:2}))},_e={vi:it(()=>new Intl.DateTimeFormat("en-GB",{day:"2-digit",month:"\
2-digit",year:"numeric",timeZone:"UTC"})),en:it(()=>new Intl.DateTimeFormat("en-GB",{day:"numeric",month:"long",year:"numeric",timeZone:"UTC"}))};function M(s,t){
return Te[s]().format(t.toFixed(2))}function Lt(s,t){return _e[s]().format(new Date(t))}var ze=/(^| )(b|ch|d|g|h|k|l|m|n|ph|qu|r|s|t|th|tr|v|x)y(?= |$)/g;function rt(s){
return s.normalize("NFD").replace(/[\u0300-\u036f]/g,"").toLowerCase().replace(/đ/g,"d").replace(/[\s-]+/g," ").trim().replace(ze,"$1$2i")}function Ut(s,t){let e=s===
"vi"?";":",",n=o=>{if(typeof o=="number")return s==="vi"?String(o).replace(".",","):String(o);let i=/^\s*[=+\-@\t\r]/.test(o)?`'${o}`:o;return/[",;\r\n]/.test(i)?
`"${i.replace(/"/g,'""')}"`:i};return`\uFEFF${t.map(o=>o.map(n).join(e)).join(`\r
`)}\r
`}var Be=60,Ie=20;function $t(s,t,e,n,o=1){let i=G(t,e,n),r=Math.max(i.at(-1),1)+o,a=i.map((c,l)=>({radius:c,p:l})).filter(({radius:c,p:l})=>c>(i[l-1]||0));return E(
"svg",{width:2*r,height:2*r,viewBox:`${-r} ${-r} ${2*r} ${2*r}`,"aria-hidden":"true"},...a.reverse().map(({radius:c,p:l})=>E("circle",{r:c,fill:s.phases[l].colour})))}
function at(s,t){let{lang:e}=t,{number:n,date:o,issuer:i}=s.decision;return[u("h1",{},s.title[e]),u("p",{class:"bk-decision"},`${m(e,"decision",{number:n,date:Lt(
e,o)})}, ${i[e]}`)]}function Gt(s,{speak:t,table:e,print:n}){let o=(r,a,c,l={})=>u("button",{type:"button",class:"bk-button","data-key":r,click:c,...l},a),i=s===
"vi"?"en":"vi";return[o("lang",s==="vi"?"English":"Tiếng Việt",()=>t(i),{lang:i}),o("table",m(s,"data"),e),...["A4","A3"].map(r=>o(r.toLowerCase(),`${m(s,"p\
rint")} ${r}`,()=>n(r)))]}function Ne(s,t){let{lang:e,by:n}=t,o=s.units.length,i=s.levelWords[e],r=h=>h.map(d=>D(s.units[d],e)).join(", "),a=s.rules.filter(({every:h})=>h===
s.level).map(h=>{let d=N(s,h.by),g=d.length?"rule missed":"rule kept",f={...h,of:o,units:i,n:o-d.length,missing:r(d)};return{by:h.by,ok:!d.length,words:m(e,g,f)}}),
c=N(s,n);if(a.some(h=>h.by===n||h.ok&&h.by<n&&!c.length))return a;let l=c.length?m(e,"missing",{missing:r(c)}):"";return[...a,{by:n,ok:!c.length,words:m(e,"as o\
f",{by:n,of:o,units:i,n:o-c.length,rest:l})}]}function ct(s,t){return Ne(s,t).map(({ok:e,words:n})=>u("p",{class:e?"bk-yes":"bk-no"},u("span",{class:"bk-mark","\
aria-hidden":"true"},e?"✓":"✗"),u("span",{},n)))}function qt(s,t,e,{set:n,play:o}){let i=s.phases.map((a,c)=>{let l=g=>a.end===g.by,h=u("input",{type:"radio",
name:"bk-by",value:a.end,"data-key":`by${a.end}`,change:()=>n({by:a.end})});e.follow(g=>{h.checked=l(g)});let d=u("span",{class:"bk-dot",style:`--colour:${a.colour}`});
return e.attribute(u("label",{class:"bk-step"},h,e.attribute(d,"data-on",g=>String(P(s,g)[c])),u("span",{class:"bk-year"},String(a.end)),u("span",{class:"bk-lab\
el"},a.label[t])),"data-on",g=>l(g)?"1":null)}),r=u("input",{type:"checkbox","data-key":"alone",change:a=>n({alone:a.target.checked})});return e.follow(a=>{r.checked=
a.alone}),[u("fieldset",{class:"bk-steps"},u("legend",{},m(t,"timeline")),u("div",{class:"bk-track"},i)),u("div",{class:"bk-row"},u("button",{type:"button",class:"\
bk-button","data-key":"play",click:o},e.text(({playing:a})=>a?`❚❚ ${m(t,"pause")}`:`▶ ${m(t,"play")}`)),u("label",{class:"bk-check"},r,m(t,"one phase")))]}
function Re(s,t,e,{name:n,key:o,kind:i,rowOf:r,isOn:a,select:c}){let l=p=>r(K(s,p)),h=p=>p===null?"–":M(t,p),d=({stated:p,hectares:y})=>p!==null&&Math.abs(p-y)>
.005,g=i!==s.level,f=({covered:p,of:y})=>p===y,b=({covered:p,of:y})=>g?`${p}/${y}`:m(t,p?"yes":"no"),w=p=>u("td",{},e.text(y=>p(l(y)))),x=u("button",{type:"butt\
on","data-key":o,click:c},n);return e.attribute(u("tr",{class:`bk-${i}`},u("th",{scope:"row"},e.attribute(x,"aria-pressed",p=>String(a(p)))),w(({clusters:p})=>String(
p)),w(({hectares:p})=>h(p)),e.attribute(w(({stated:p})=>h(p)),"class",p=>d(l(p))?"bk-differs":null),e.attribute(w(b),"class",p=>f(l(p))?"bk-yes":"bk-no")),"data\
-on",p=>a(p)?"1":null)}function Zt(s,t,e,{select:n}){let o=[{name:m(t,"whole"),key:"whole",kind:"whole",rowOf:({whole:l})=>l,isOn:nt,select:()=>n({})}],i=l=>s.districts.
forEach(({name:h,subregion:d},g)=>{d===l&&o.push({name:h,key:`d${g}`,kind:"district",rowOf:({districts:f})=>f[g],isOn:f=>f.district===g,select:()=>n({district:g})})});
s.subregions.forEach((l,h)=>{s.subregions.length>1&&o.push({name:l.label[t],key:`s${h}`,kind:"subregion",rowOf:({subregions:d})=>d[h],isOn:d=>d.subregion===h,select:()=>n(
{subregion:h})}),i(h)}),i(null);let r=[s.level,"clusters","hectares","stated","covered"],a=({alone:l,by:h})=>m(t,l?"covered by":"covered",{by:h}),c={covered:e.text(
a),clusters:m(t,"clusters column"),hectares:m(t,"ha")};return u("table",{class:"bk-summary"},u("caption",{},e.text(l=>`${m(t,"summary")}: ${St(s,l)}`)),u("thead",
{},u("tr",{},r.map(l=>u("th",{scope:"col"},c[l]||m(t,l))))),u("tbody",{},o.map(l=>Re(s,t,e,l))))}function St(s,t){let e=s.phases.find(({end:n})=>n===t.by);return t.
alone?e.label[t.lang]:m(t.lang,"up to",{by:t.by}).toLocaleLowerCase(t.lang)}function Y(s,t){let e=P(s,t);return s.clusters.filter(n=>C(n,e)>0&&U(s,t,n))}function X(s,t){
return t.district!==null?s.districts[t.district].name:t.subregion!==null?s.subregions[t.subregion].label[t.lang]:m(t.lang,"whole")}function Vt(s,t,{open:e,hover:n}){
let{lang:o}=t,i=P(s,t),r=Y(s,t),a=r.reduce((d,g)=>d+C(g,i),0),c=d=>u("li",{},u("button",{type:"button","data-key":`c${d.index}`,"aria-current":t.cluster===d.index?
"true":null,click:()=>e(d.index),focus:()=>n(d.index),blur:()=>n(-1),mouseenter:()=>n(d.index),mouseleave:()=>n(-1)},u("span",{class:"bk-glyph"},$t(s,d.ha,i,1.6)),
u("span",{class:"bk-name"},d.name,d.latlng?null:` (${m(o,"not placed")})`),u("span",{class:"bk-ha"},`${M(o,C(d,i))} ha`))),l=r.length>Be?r.slice(0,Ie):r,h=r.length-
l.length;return[u("h2",{},`${X(s,t)}: ${r.length} ${m(o,"clusters")}, ${M(o,a)} ha`),u("ul",{class:"bk-list"},l.map(c)),h>0?u("p",{},m(o,"more",{n:M(o,h)})):null]}
function lt(s,t){let{boundaries:e}=s;return[u("p",{},m(t,"indicative")),u("p",{},e.note[t]," ",m(t,"boundaries date",{date:Lt(t,e.date)}),"."),u("p",{},`${m(t,"\
source")}: ${s.decision.number}; ${e.credit}.`)]}function Fe(s,t,e){let n=[...s.legend].reverse().map(d=>({ha:d,r:G([d],[1],e)[0]})),o=n[0].r,[i,r]=[o+1,2*o+7],a=13,c=-a/2,l=n.flatMap(({ha:d,r:g})=>{let f=r-2*
g;return c=Math.max(f,c+a),[E("circle",{cx:i,cy:r-g,r:g,fill:"none",stroke:"#1c2329","stroke-width":1.2}),E("path",{d:`M${i} ${f} L${i+o+6} ${c} H${i+o+12}`,fill:"\
none",stroke:"#1c2329","stroke-width":.7}),E("text",{x:i+o+15,y:c+4,fill:"#1c2329"},`${M(t,d)} ha`)]}),h=Math.max(r+2,c+a/2+2);return E("svg",{class:"bk-circles",
width:i+o+70,height:h,"aria-hidden":"true"},...l)}function We(s){let[t,e]=[s.phases[0],s.phases.at(-1)];return E("svg",{width:30,height:30,viewBox:"-15 -15 30 3\
0","aria-hidden":"true"},E("circle",{r:14,fill:e.colour}),E("circle",{r:10,fill:t.colour}))}function ht(s,t,e){let{lang:n}=t,o=s.legend.map(i=>`${M(n,i)} ha`).join(
", ");return[u("ul",{class:"bk-phases"},s.phases.map(i=>u("li",{},u("span",{class:"bk-swatch bk-round",style:`--colour:${i.colour}`}),i.label[n]))),u("div",{class:"\
bk-sizes",role:"img","aria-label":`${m(n,"size")}: ${o}`},u("span",{},m(n,"size")),Fe(s,n,e)),s.phases.length>1?u("p",{class:"bk-ring"},We(s),u("span",{},m(n,"r\
ing"))):null,u("ul",{class:"bk-tints"},s.subregions.map(i=>u("li",{},u("span",{class:"bk-swatch",style:`--colour:${i.tint}`}),i.label[n]))),N(s,t.by).length?u("\
p",{class:"bk-missing"},m(n,`${s.level} without`)):null,nt(t)?null:u("p",{class:"bk-note"},m(n,"faded",{name:X(s,t)})),u("p",{class:"bk-note bk-left-out"},m(n,"\
some")),u("p",{class:"bk-note"},m(n,"indicative"))].filter(Boolean)}var dt=class{constructor(t){this.page=t,this.all=null}render(){let{map:t,view:e,clusters:n,state:{lang:o}}=this.page,i=({target:a})=>{e.legendOpen=a.open,n.drawSoon()};
for(let a of this.all||[])a.remove();this.layerBox=u("div"),this.legendBox=u("div");let r=()=>{this.page.select({}),e.fitWhole()};this.all=[L.control.zoom({position:"\
topleft",zoomInTitle:m(o,"zoom in"),zoomOutTitle:m(o,"zoom out")}),ut("topleft","leaflet-bar bk-home",u("button",{type:"button",title:m(o,"view all"),"aria-labe\
l":m(o,"view all"),click:r},"⌂")),ut("topright","bk-card bk-layers",u("details",{toggle:()=>n.drawSoon()},u("summary",{},m(o,"layers")),this.layerBox)),ut("bo\
ttomleft","bk-card bk-legend",u("details",{open:e.legendOpen,toggle:i},u("summary",{},m(o,"legend")),this.legendBox)),ut("bottomright","bk-north",De(m(o,"north"))),
L.control.scale({position:"bottomright",imperial:!1,maxWidth:140})];for(let a of this.all)a.addTo(t);this.renderLayers(),this.renderLegend()}renderLayers(){if(!this.
all)return;let{layers:t,state:{lang:e}}=this.page;_(this.layerBox,t.list(e).map(({key:n,label:o,on:i})=>u("label",{class:"bk-check"},u("input",{type:"checkbox",
checked:i,"data-key":`layer-${n}`,change:r=>t.toggle(n,r.target.checked)}),o)))}renderLegend(){if(!this.all)return;let{plan:t,state:e,clusters:n}=this.page;this.
legendBox.replaceChildren(...ht(t,e,n.scale()))}};function ut(s,t,...e){let n=new L.Control({position:s});return n.onAdd=()=>{let o=u("div",{class:t},...e);return L.
DomEvent.disableClickPropagation(o).disableScrollPropagation(o),o},n}function De(s){return E("svg",{viewBox:"0 0 24 34",width:24,height:34,role:"img","aria-labe\
l":s},E("path",{d:"M12 10 L19 32 L12 27.5 L5 32 Z",fill:"#1c2329"}),E("path",{d:"M12 10 L12 27.5 L5 32 Z",fill:"#ffffff",stroke:"#1c2329","stroke-width":1}),E("\
path",{d:"M9 8 V1 L15 8 V1",fill:"none",stroke:"#1c2329","stroke-width":1.6}))}function Ht(s,t,e){return t.communes.map(n=>`${s.communes[n].unit} ${s.communes[n].name}`).join(m(e,"and"))}function je(s){return s.ha.findIndex(t=>t>0)}function Kt(s,t,e){
let n=s.phases.map(()=>1),{district:o,subregion:i}=j(s,t),r=s.phases.map((l,h)=>({phase:l,p:h,ha:t.ha[h]})).filter(({ha:l})=>l>0).map(({phase:l,p:h,ha:d})=>u("t\
r",{},u("th",{scope:"row"},u("span",{class:"bk-swatch",style:`--colour:${l.colour}`}),l.label[e]),u("td",{},m(e,h===je(t)?"founding":"expansion")),u("td",{},`${M(
e,d)} ha`))),a=(l,h)=>[u("dt",{},m(e,l)),u("dd",{},h)],c=Ht(s,t,e);return u("div",{class:"bk-popup",tabindex:"0",role:"group","aria-label":t.name},u("h2",{tabindex:"\
-1"},$t(s,t.ha,n,1.8),t.name),u("table",{},u("caption",{class:"bk-unseen"},m(e,"area")),u("tbody",{},r),u("tfoot",{},u("tr",{},u("th",{scope:"row",colspan:"2"},
m(e,"total")),u("td",{},`${M(e,C(t,n))} ha`)))),u("dl",{},o?a("district",o.name):null,i?a("subregion",i.label[e]):null,a("printed",t.printed),a("location",t.location),
a("place",c?`${c} (${J(e,t.method)})`:J(e,t.method)),a("annex row",t.id)),u("p",{class:"bk-note"},m(e,"indicative")))}function Jt(s,t,e,n){let{district:o,subregion:i}=j(
s,t),r=s.clusters.filter(({communes:c})=>c.includes(s.communes.indexOf(t))),a=s.phases.map(()=>1);return u("div",{class:"bk-popup"},u("h2",{},`${t.unit} ${t.name}`),
u("p",{},[o?.name,i?.label[e]].filter(Boolean).join("; ")),r.length?u("ul",{class:"bk-here"},r.map(c=>u("li",{},u("button",{type:"button",class:"bk-button",click:()=>n(
c.index)},`${c.name}: ${M(e,C(c,a))} ha`)))):null)}function Yt(s,t){let{lang:e}=t,n=P(s,t),o=[m(e,"annex row"),m(e,"name"),m(e,"printed"),m(e,"location"),m(e,"d\
istrict"),m(e,"subregion"),...s.phases.map(r=>`${r.label[e]} (ha)`),`${m(e,"total")} (ha)`,m(e,"place")],i=Y(s,t).map(r=>{let{district:a,subregion:c}=j(s,r),l=r.
ha.map((d,g)=>d*n[g]),h=Ht(s,r,e);return[r.id,r.name,r.printed,r.location,a?.name??"",c?.label[e]??"",...l,C(r,n),h?`${h}: ${J(e,r.method)}`:J(e,r.method)]});return[
o,...i]}var Mt=500;function Xt(s,t){let{lang:e}=t,[n,...o]=Yt(s,t),i=d=>u("td",{class:typeof d=="number"?"bk-number":null},typeof d=="number"?d?M(e,d):"–":d),
r=u("tbody"),a=0,c=u("button",{type:"button",class:"bk-button",click:()=>l()}),l=()=>{r.append(...o.slice(a,a+Mt).map(d=>u("tr",{},d.map(i)))),a=Math.min(o.length,
a+Mt),c.hidden=a===o.length,c.textContent=m(e,"more rows",{n:Math.min(Mt,o.length-a)})};l();let h=u("dialog",{class:"bk-table","aria-labelledby":"bk-table-title"},
u("header",{},u("h2",{id:"bk-table-title"},m(e,"data")),u("button",{type:"button",class:"bk-button",click:()=>Ue(s,t)},m(e,"download")),u("button",{type:"button",
class:"bk-button",click:()=>h.close()},m(e,"closed"))),u("p",{},m(e,"copied")),u("div",{class:"bk-scroll",tabindex:"0",role:"region","aria-labelledby":"bk-table\
-title"},u("table",{},u("thead",{},u("tr",{},n.map(d=>u("th",{scope:"col"},d)))),r),c));h.addEventListener("close",()=>h.remove()),document.body.append(h),h.showModal()}
function Ue(s,t){let e=Ut(t.lang,Yt(s,t)),n=u("a",{href:URL.createObjectURL(new Blob([e],{type:"text/csv;charset=utf-8"})),download:`ccn-${t.by}.csv`});n.click(),
setTimeout(()=>URL.revokeObjectURL(n.href),1e4)}var q=L.Renderer.extend({options:{padding:.2},initialize(s,t){L.Renderer.prototype.initialize.call(this,t),this.plan=s,this.print=null},paint(s){this.print=s,this.
_update()},_initContainer(){this._container=document.createElement("canvas"),this._container.setAttribute("aria-hidden","true"),this.context=this._container.getContext(
"2d")},_destroyContainer(){this._container.remove(),delete this._container,delete this.context},_updatePaths(){},_reset(){this._update()},_update(){if(this._map.
_animatingZoom&&this._bounds)return;L.Renderer.prototype._update.call(this);let s=this._bounds.getSize(),t=this.print?this.print.ratio:window.devicePixelRatio||
1;L.DomUtil.setPosition(this._container,this._bounds.min),this._container.width=Math.round(t*s.x),this._container.height=Math.round(t*s.y),this._container.style.
width=`${s.x}px`,this._container.style.height=`${s.y}px`,this.ratio=t,this.draw({blank:!0}),this.fire("update")},begin(s=!1){let{context:t,ratio:e}=this;if(!t||
!this._bounds)return!1;let{min:n}=this._bounds;return t.setTransform(1,0,0,1,0,0),s||t.clearRect(0,0,this._container.width,this._container.height),t.setTransform(
e,0,0,e,-n.x*e,-n.y*e),!0}});var Z=2**20,Ge=.6,te=q.extend({options:{pane:"bkGround"},initialize(s,t){q.prototype.initialize.call(this,s,t),this.shows={subregions:!0,districts:!0,communes:!0},
this.opacity=1,this.base=L.CRS.EPSG3857.latLngToPoint(L.latLng(s.bounds[0]),0),this.arcs=s.arcs.map(e=>this.local(e)),this.paths=new Map},local(s){let t=new Float64Array(
s.length),e=256/360*Z;for(let n=0;n<s.length;n+=2){let o=Math.sin(s[n+1]/T*Math.PI/180);t[n]=(s[n]/T+180)*e-this.base.x*Z,t[n+1]=(.5-Math.log((1+o)/(1-o))/(4*Math.
PI))*256*Z-this.base.y*Z}return t},pathsAt(s){let t=Math.ceil(s*2)/2;if(!this.paths.has(t)){let e=Ge*Z/2**t,n=this.arcs.map(r=>qe(r,e)),o=(r,a)=>Qt(r,n[a],!0),i=(r,a)=>(a.
forEach((c,l)=>Qt(r,n[R(c)],l===0,c<0)),r);this.paths.set(t,{fills:this.plan.tinted.map(({outline:r})=>r.reduce(i,new Path2D)),...Object.fromEntries(Object.entries(
this.plan.borders).map(([r,a])=>[r,a.reduce(o,new Path2D)]))})}return this.paths.get(t)},draw({blank:s=!1}={}){if(!this.begin(s))return;let t=this.context,e=this.
_map.getZoom(),n=this._map.getPixelOrigin(),o=2**e/Z;t.transform(o,0,0,o,this.base.x*2**e-n.x,this.base.y*2**e-n.y),t.lineJoin="round",t.lineCap="round";let i=this.
pathsAt(e),r=(h,d,g,f=[])=>{t.strokeStyle=d,t.lineWidth=g/o,t.setLineDash(f.map(b=>b/o)),t.stroke(h)},{subregions:a,districts:c,communes:l}=this.shows;a&&(t.globalAlpha=
this.opacity,i.fills.forEach((h,d)=>{t.fillStyle=this.plan.tinted[d].tint,t.fill(h,"evenodd")}),t.globalAlpha=1),l&&r(i.commune,a?"#ffffff":"#c3cad0",1.1),c&&r(
i.district,"#8a949c",1.2,[5,3]),a&&(r(i.subregion,"#4a545c",1.6),r(i.outline,"#4a545c",1.8))}});function qe(s,t){let e=s.length-2,n=[s[0],s[1]],[o,i]=n;for(let r=2;r<=
e;r+=2)r<e&&Math.abs(s[r]-o)<t&&Math.abs(s[r+1]-i)<t||([o,i]=[s[r],s[r+1]],n.push(o,i));return n}function Qt(s,t,e,n=!1){let o=t.length-2;for(let i=0;i<=o;i+=2){
let r=n?o-i:i;i===0&&e?s.moveTo(t[r],t[r+1]):s.lineTo(t[r],t[r+1])}return s}function ee([[s,t],[e,n]]){let o=[1,.5,.25,.1,.05].find(b=>(e-s)/b>=3)||.05,i=L.layerGroup(),
r={interactive:!1,color:"#2b6f77",weight:.7,opacity:.7},a=b=>Math.floor(b/o)*o,c=(b,w,x)=>{i.addLayer(L.polyline(b,r));let p=document.createElement("span");p.textContent=
w,i.addLayer(L.marker(x,{interactive:!1,keyboard:!1,icon:L.divIcon({className:"bk-degree",html:p,iconSize:null})}))},l=(b,w)=>{let x=Math.round(b*60);return`${Math.
floor(x/60)}°${String(x%60).padStart(2,"0")}′${w}`},[h,d]=[a(s),a(t)],[g,f]=[a(e)+o,a(n)+o];for(let b=d;b<=f+1e-9;b+=o)c([[h,b],[g,b]],l(b,"E"),[g,b]);for(let b=h;b<=
g+1e-9;b+=o)c([[b,d],[b,f]],l(b,"N"),[b,d]);return i}var se={clusters:"markers",labels:"labels",subregions:"subregions",districts:"districts",districtNames:"district names",communes:"borders",graticule:"graticule"},
ft=class{constructor(t,e,{backdrop:n,clusters:o}){Object.assign(this,{map:t,plan:e,backdrop:n,clusters:o}),this.on=Object.fromEntries(Object.keys(se).map(i=>[i,
i!=="graticule"])),this.foreign=[]}toggle(t,e){this.on[t]=e,t==="graticule"&&(this.graticule??=ee(this.plan.bounds));let n=t==="graticule"?this.graticule:this.foreign.
find(o=>o.key===t)?.layer;n&&e?this.map.addLayer(n):n?this.map.removeLayer(n):this.drawParts()}drawParts(){let{clusters:t,subregions:e,districts:n,communes:o,labels:i,
districtNames:r}=this.on;this.backdrop.shows={subregions:e,districts:n,communes:o},this.clusters.hidden=!t,this.clusters.names.shows={clusters:i,districts:r,communes:o},
this.backdrop.draw(),this.clusters.draw()}addForeign(t){this.foreign=t.map(([e,n],o)=>({key:`foreign${o}`,label:e,layer:n})),this.map.on("layeradd layerremove",
({layer:e})=>{e instanceof L.GridLayer&&this.showGround()}),this.showGround()}showGround(){let t=this.foreign.some(({layer:e})=>e instanceof L.GridLayer&&this.map.
hasLayer(e));this.backdrop.opacity=t?.35:1,this.backdrop.draw()}list(t){let e=a=>a[0].toLocaleUpperCase("vi")+a.slice(1),{districts:n,subregions:o}=this.plan,i=[
...n.length?[]:["districts","districtNames"],...o.length?[]:["subregions"]];return[...Object.entries(se).filter(([a])=>!i.includes(a)).map(([a,c])=>({key:a,on:this.
on[a],label:e(m(t,c))})),...this.foreign.map(({key:a,label:c,layer:l})=>({key:a,on:this.map.hasLayer(l),label:l instanceof L.GridLayer?`${c} (${m(t,"network")})`:
c}))]}};var mt=class{constructor(t){this.page=t,this.cluster=null,this.commune=null,t.map.on("popupclose",({popup:e})=>this.closed(e))}open(t,{focus:e=!0}={}){let{page:n}=this,
{map:o,plan:i}=n;if(this.reopening=!0,this.cluster&&this.cluster.remove(),this.reopening=!1,this.cluster=null,t===null)return;let r=i.clusters[t];C(r,P(i,n.state))||
n.set({by:i.phases[r.ha.findIndex(w=>w>0)].end});let{x:a,y:c,radii:l}=r.latlng?n.clusters.disc(r):{radii:[0]},h=r.latlng?o.layerPointToLatLng([a,c]):o.getCenter();
this.openedFromList=n.boxes.list.contains(document.activeElement);let d=n.view.isWide()?n.view.padding(10).paddingTopLeft[0]:60,g=Kt(i,r,n.state.lang),f=Math.min(
24*n.view.rem,o.getSize().x-d-60),b=-Math.round(l.at(-1)||8);this.cluster=this.show(h,g,{maxWidth:f,minWidth:Math.min(18*n.view.rem,f),offset:[0,b],autoPanPaddingTopLeft:[
d,50]}),n.view.reveal(),e&&g.querySelector("h2").focus({preventScroll:!0})}name(t){let{plan:e,state:n}=this.page,o=e.communes.find(r=>L.latLngBounds(F(r,e)).contains(
t)&&st(W(r,e),[t.lat,t.lng]));if(!o)return;let i=Jt(e,o,n.lang,r=>this.page.set({cluster:r}));this.commune=this.show(t,i,{maxWidth:260})}show(t,e,n){let o=L.popup(
n).setLatLng(t).setContent(e).openOn(this.page.map);return o.getElement().querySelector(".leaflet-popup-close-button").setAttribute("aria-label",m(this.page.state.
lang,"closed")),o}renew(){let{cluster:t}=this.page.state;t!==null&&this.cluster&&this.open(t,{focus:!1}),this.commune?.isOpen()&&this.name(this.commune.getLatLng())}closed(t){
let{map:e,state:n,boxes:o}=this.page;if(t!==this.cluster||n.cluster===null||this.reopening)return;let i=t.getElement().contains(document.activeElement);this.page.
set({cluster:null});let r=o.list.querySelector(`[data-key="c${n.cluster}"]`);i&&(this.openedFromList&&r?r:e.getContainer()).focus({preventScroll:!0})}};var Ze=60;function Ve(s,t){let{lang:e}=t,n=P(s,t),o=K(s,t),i=p=>p?M(e,H(p)):"–",r=p=>[...p.map((y,v)=>i(y*n[v])),i(p.reduce((y,v,S)=>y+v*n[S],0))],a=(p,y,v)=>u(
"tr",{class:p},u("th",{scope:"row"},y),r(v).map(S=>u("td",{},S))),c=p=>s.phases.map((y,v)=>p.reduce((S,k)=>S+k.ha[v],0)),l=Y(s,t),h=p=>`${p.id}. ${p.name}${p.latlng?
"":` (${m(e,"not placed")})`}`,d=p=>U(s,t,{...s.units[p],[s.level]:p}),g=p=>s.clusters.find(y=>y.unit===p)?.index??1/0,f=p=>l.filter(({unit:y})=>y===p),b=s.units.
map((p,y)=>y).filter(p=>f(p).length||s.level!=="commune"&&d(p)),w=p=>l.length>Ze?[]:p.map(y=>a("bk-cluster",h(y),y.ha)),x=b.sort((p,y)=>g(p)-g(y)).flatMap(p=>{let y=o.
units[p].covered?"":` (${m(e,"no")})`;return[a("bk-district",D(s.units[p],e)+y,c(f(p))),...w(f(p))]});return u("table",{},u("caption",{},`${X(s,t)}: ${m(e,"size").
toLocaleLowerCase(e)}, ${St(s,t)}`),u("thead",{},u("tr",{},u("th",{scope:"col"},m(e,s.level)),s.phases.map(p=>u("th",{scope:"col"},p.id)),u("th",{scope:"col"},m(
e,"total")))),u("tbody",{},x,w(f(null)),a("bk-total",m(e,"total"),c(l))))}function ne(s,t,e){return[u("div",{class:"bk-sheet-column"},at(s,t),ct(s,t),Ve(s,t),u(
"footer",{},lt(s,t.lang))),u("div",{class:"bk-sheet-legend"},ht(s,t,e))]}function oe({map:s,whole:t,sheet:e,parts:n,paint:o}){let i=null,r=u("style");document.head.
append(r);let a=document.documentElement,c=l=>{r.textContent=`@page { size: ${l} landscape; margin: 8mm; }`,a.dataset.paper=l};return c("A4"),window.addEventListener(
"beforeprint",()=>{if(i)return;let l=s.getBounds();i={center:s.getCenter(),zoom:s.getZoom()},s.closePopup(),a.classList.add("bk-printing"),s.invalidateSize({animate:!1,
pan:!1});let h=l.contains(t())?[t(),[.27*s.getSize().x,6]]:[l,[6,6]];s.fitBounds(h[0],{animate:!1,paddingTopLeft:h[1],paddingBottomRight:[6,6]}),e.replaceChildren(
...n()),o(a.dataset.paper==="A3"?{ratio:3,text:1.4}:{ratio:4,text:1})}),window.addEventListener("afterprint",()=>{i&&(a.classList.remove("bk-printing"),e.replaceChildren(),
o(null),s.invalidateSize({animate:!1,pan:!1}),s.setView(i.center,i.zoom,{animate:!1}),i=null)}),l=>{c(l),window.print()}}var He=B(s=>{let t=(e,n,o,i,r=[])=>({kind:e,item:n,index:o,keys:i.map(rt),places:r.map(rt)});return[...s.clusters.map((e,n)=>t("cluster",e,n,[e.name,e.printed],
e.communes.map(o=>s.communes[o].name))),...s.districts.map((e,n)=>t("district",e,n,[e.name])),...s.communes.map((e,n)=>t("commune",e,n,[e.name,`${e.unit} ${e.name}`]))]});
function Ke(s,t,e=12){let n=rt(t).replace(/^(ccn|cum cong nghiep|cum) (?=.)/,"");if(!n)return[];let o=({keys:i})=>i.includes(n)?0:i.some(r=>r.startsWith(n))?1:i.
some(r=>` ${r}`.includes(` ${n}`))?2:i.some(r=>r.includes(n))?3:4;return He(s).filter(({keys:i,places:r})=>[...i,...r].some(a=>a.includes(n))).map(i=>({...i,rank:o(
i)})).sort((i,r)=>i.rank-r.rank).slice(0,e)}function ie(s,t,e){let n=u("ul",{id:"bk-found",role:"listbox","aria-label":m(t,"search"),hidden:!0}),o=u("span",{class:"\
bk-unseen",role:"status"}),i=[],r=-1,a=u("input",{type:"search",id:"bk-query",role:"combobox","aria-expanded":"false","aria-controls":"bk-found","aria-autocompl\
ete":"list","aria-label":m(t,"search"),placeholder:m(t,"search"),autocomplete:"off","data-key":"search"}),c=f=>{a.value=f.item.name,h([]),e(f)},l=({kind:f,item:b})=>f===
"district"?m(t,"district"):[f==="cluster"?m(t,"cluster"):b.unit,j(s,b).district?.name].filter(Boolean).join(", ");function h(f){i=f,r=f.length?0:-1,n.replaceChildren(
...f.map((b,w)=>u("li",{id:`bk-found-${w}`,role:"option","aria-selected":String(w===r),mousedown:x=>{x.preventDefault(),c(b)}},u("strong",{},b.item.name),u("sma\
ll",{},l(b))))),n.hidden=!f.length,a.setAttribute("aria-expanded",String(!!f.length)),d()}function d(){[...n.children].forEach((f,b)=>f.setAttribute("aria-selec\
ted",String(b===r))),r>=0?a.setAttribute("aria-activedescendant",`bk-found-${r}`):a.removeAttribute("aria-activedescendant"),n.children[r]&&n.children[r].scrollIntoView(
{block:"nearest"})}a.addEventListener("input",()=>{h(Ke(s,a.value));let f=a.value.trim()&&!i.length;o.textContent=f?m(t,"none found"):i.length?m(t,"found",{n:i.
length}):"",g.dataset.none=f?m(t,"none found"):""}),a.addEventListener("keydown",f=>{if(f.key==="ArrowDown"||f.key==="ArrowUp"){f.preventDefault();let b=f.key===
"ArrowDown"?1:-1;i.length&&(r=(r+b+i.length)%i.length),d()}else f.key==="Enter"&&i[r]?(f.preventDefault(),c(i[r])):f.key==="Escape"&&h([]);f.stopPropagation()}),
a.addEventListener("blur",()=>h([]));let g=u("div",{class:"bk-search",role:"search"},a,n,o);return g}function re(s){return{by:s.by,alone:!1,lang:s.lang,district:null,subregion:null,cluster:null,playing:!1}}function ae(s,t){let e=re(s),n=new URLSearchParams;return t.
by!==e.by&&n.set("by",t.by),t.alone&&n.set("alone","1"),t.lang!==e.lang&&n.set("lang",t.lang),t.district!==null&&n.set("district",s.districts[t.district].code),
t.subregion!==null&&n.set("subregion",s.subregions[t.subregion].id),t.cluster!==null&&n.set("cluster",s.clusters[t.cluster].id),n.toString()}function Et(s,t){let e=new URLSearchParams(
t.replace(/^#/,"")),n=re(s),o=(r,a,c)=>{let l=r.findIndex(h=>h[a]===e.get(c));return l<0?null:l},i=Number(e.get("by"));return s.phases.some(r=>r.end===i)&&(n.by=
i),["vi","en"].includes(e.get("lang"))&&(n.lang=e.get("lang")),n.alone=e.get("alone")==="1",n.district=o(s.districts,"code","district"),n.subregion=n.district===
null?o(s.subregions,"id","subregion"):null,n.cluster=o(s.clusters,"id","cluster"),n}var Ot="#1c2329",Je="#ffffff",Ye=4;function Pt(s,t,e){for(let n of[!0,!1]){let o=t.filter(i=>i.dim===n);Xe(s,o.filter(({x:i,y:r,r:a,anchor:c})=>Math.hypot(i-c[0],
r-c[1])>=a),n);for(let i of o)Ct(s,i,e)}}function Xe(s,t,e){s.globalAlpha=e?.25:1,s.strokeStyle=Ot,s.fillStyle=Ot,s.lineWidth=1.25,s.beginPath();for(let{x:n,y:o,
anchor:i}of t)s.moveTo(n,o),s.lineTo(...i);s.stroke(),s.beginPath();for(let[n,o]of new Map(t.map(({point:i,anchor:r})=>[i,r])).values())s.moveTo(n+2.2,o),s.arc(
n,o,2.2,0,2*Math.PI);s.fill()}function Ct(s,{x:t,y:e,r:n,radii:o,dim:i},r,a=!1){let c=(l,h)=>{s.fillStyle=h,s.beginPath(),s.arc(t,e,l,0,2*Math.PI),s.fill()};s.globalAlpha=
i&&!a?.22:1,a&&c(n+4,Ot),a?c(n+1.5,Je):n>Ye&&c(n+$.outline,$.edge);for(let l=o.length-1;l>=0;l--)o[l]>(o[l-1]||0)&&c(o[l],r[l].colour);s.globalAlpha=1}var Qe=Math.PI*(3-Math.sqrt(5)),ce=64,ts=1-1e-6;function ue(s,t,e=s.length>$.crowd){let[n,o]=[$.gap*t,$.open*t],i=new Map,r=s.map(({x:l,y:h})=>{let d=`${l} ${h}`;
i.has(d)||i.set(d,{x:l,y:h,discs:0,next:0,standing:[]});let g=i.get(d);return g.discs+=1,g}),a=[];for(let l of i.values())e||(l.standing=a),l.discs>1&&l.standing.
push({x:l.x,y:l.y,r:o-n});let c=[];for(let l of s.map((h,d)=>d).sort((h,d)=>s[d].r-s[h].r||h-d)){let[h,{x:d,y:g,r:f}]=[r[l],s[l]],b=h.discs>1?f+o:0,w=A=>b+$.step*
(f+n)*Math.sqrt(Math.max(A-1,0)),x=(A,I)=>{let Q=A<2?Math.PI*(1-A):Qe*A;return{x:d+I*Math.cos(Q),y:g-I*Math.sin(Q),r:f}},p=(A,I)=>I.every(Q=>es(A,Q,n)),y=[],v=h.
next;for(;(v-h.next)%ce===0&&(y=le(h,w(v),w(v+ce),f+n)),!p(x(v,w(v)),y);v++);h.discs>1&&(h.next=v);let[S,k]=[b,w(v)];y=k>S?le(h,S,k,f+n):[];for(let A=0;k>S&&A<$.
halves;A++){let I=(S+k)/2;p(x(v,I),y)?k=I:S=I}c[l]=x(v,k),h.standing.push(c[l])}return c}function le({x:s,y:t,standing:e},n,o,i){return e.filter(r=>{let a=Math.
sqrt((r.x-s)**2+(r.y-t)**2);return a<o+i+r.r&&a>n-i-r.r}).reverse()}var es=(s,t,e)=>(s.x-t.x)**2+(s.y-t.y)**2>=(ts*(s.r+t.r+e))**2,pt=class{constructor(t,e=64){
this.frame=t,this.cell=e,this.cells=new Map}*#e([t,e,n,o]){for(let i=Math.floor(t/this.cell);i<=Math.floor(n/this.cell);i++)for(let r=Math.floor(e/this.cell);r<=
Math.floor(o/this.cell);r++)yield i*65536+r}frames(t){let{frame:e}=this;return e[0]<=t[0]&&e[1]<=t[1]&&t[2]<=e[2]&&t[3]<=e[3]}hits(t){if(!this.frames(t))return!0;
for(let e of this.#t(t))if(he(t,e))return!0;return!1}isNearest(t,e){let n=At(t,e)-t.r;for(let{disc:o}of this.#t([e[0]-n,e[1]-n,e[2]+n,e[3]+n]))if(o&&!(o.x===t.x&&
o.y===t.y)&&At(o,e)-o.r<n)return!1;return!0}isJoined(t,e,n){let o=Tt(t,e,n);if(!o)return this.isNearest(t,e);let[[i,r],[a,c]]=o;for(let l=1;l<O.joints;l++){let[
h,d]=[i+(a-i)*l/O.joints,r+(c-r)*l/O.joints],g=[h,d,h,d];for(let f of this.#t(g))if(!(f.disc?.x===t.x&&f.disc?.y===t.y)&&he(g,f))return!1}return!0}*#t(t){for(let e of this.#e(
t))yield*this.cells.get(e)||[]}add(t,e=null){for(let n of this.#e(t))this.cells.has(n)||this.cells.set(n,[]),this.cells.get(n).push({box:t,disc:e})}addDisc({x:t,
y:e,r:n},o=0){let i=n+o;this.add([t-i,e-i,t+i,e+i],{x:t,y:e,r:i})}};function he(s,{box:t,disc:e}){return s[0]>=t[2]||s[2]<=t[0]||s[1]>=t[3]||s[3]<=t[1]?!1:!e||At(
e,s)<e.r}function At({x:s,y:t},[e,n,o,i]){return Math.hypot(Math.min(Math.max(s,e),o)-s,Math.min(Math.max(t,n),i)-t)}function de(s,t,e,{paper:n=!1}={}){return s.
map(o=>{let i=(a,c)=>a.find(l=>!t.hits(l)&&c(l))??null,r=i(ss(o,e),a=>t.isNearest(o,a));return!r&&n&&s.length<=O.all_up_to&&(r=i(ns(o,e),a=>t.isJoined(o,a,e))),
r&&t.add(r),r})}function ss({x:s,y:t,r:e,width:n,height:o},i){let[r,a]=[e+O.beside*i,e+O.above*i],c=e*.7071+O.corner*i;return[[s+r,t-o/2],[s-n/2,t+a],[s-r-n,t-o/
2],[s-n/2,t-a-o],[s+c,t+c],[s+c,t-c-o],[s-c-n,t+c],[s-c-n,t-c-o]].map(([h,d])=>[h,d,h+n,d+o])}function ns({x:s,y:t,r:e,width:n,height:o},i){return Array.from({length:O.
steps*O.ways},(r,a)=>{let c=e+O.further*(1+Math.floor(a/O.ways))*i,l=2*Math.PI*(a%O.ways)/O.ways,h=s+Math.cos(l)*(c+n/2)-n/2,d=t+Math.sin(l)*(c+o/2)-o/2;return[
h,d,h+n,d+o]})}function Tt({x:s,y:t,r:e},[n,o,i,r],a){let[c,l]=[Math.min(Math.max(s,n),i),Math.min(Math.max(t,o),r)],h=Math.hypot(c-s,l-t);if(h<=e+O.leader*a)return null;
let d=e/h;return[[s+(c-s)*d,t+(l-t)*d],[c,l]]}function fe(s,[[t,e],[n,o]],{shrink:i=1,around:r=!1}={}){let a=Math.ceil(s.flat().length/z.vertices),c=s.map(g=>g.
filter((f,b)=>b%a===0)),l=c.flat(),h=r?z.around:0,d=[];for(let g=1;g<z.spots;g++){let f=Array.from({length:z.spots-1+2*h},(b,w)=>{let x=[t+(n-t)*(g/z.spots),e+(o-
e)*((w+1-h)/z.spots)];return{at:x,within:st(c,x)}});for(let[b,{at:w,within:x}]of f.entries()){if(!f.slice(Math.max(0,b-h),b+h+1).some(y=>y.within))continue;let p=Math.
min(...l.map(([y,v])=>Math.hypot((w[1]-v)*i/z.width,w[0]-y)));d.push({at:w,within:x,clear:Math.floor((x?p:-p)*1e6+.5)})}}return d.sort((g,f)=>f.clear-g.clear)}function me(s,[
t,e],n,o,{always:i=!1}={}){let r=s.map(({x:h,y:d})=>[h-t/2,d-e/2,h+t/2,d+e/2]),a=z.clear*o,c=([h,d,g,f],b)=>s[b].within&&!n.hits([h-a,d-a,g+a,f+a]),l=r.find(c)??
r.find(h=>!n.hits(h))??(i?r.find(h=>n.frames(h)):null);return l&&n.add(l),l??null}var os="#1c2329",_t="#56616a",is="#a3261b",gt="system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif",pe=400,rs=.9,ge=s=>B((t,e)=>{let n=F(
t,e);return fe(W(t,e),n,{shrink:Math.cos(n[0][0]*Math.PI/180),around:s})}),[as,cs]=[ge(!1),ge(!0)],bt=class{constructor(t){this.layer=t,this.shows={clusters:!0,
districts:!0,communes:!0},this.scale=et()/14,this.widths=new Map,this.placed=[]}draw(t,e){let{layer:{plan:n,print:o,view:{missing:i,lang:r},_map:a,zoomOfWhole:c},
shows:l}=this,[h,d]=[[0,0],a.getSize()].map(k=>a.containerPointToLayerPoint(k));this.placed=[],this.leftOut=!1;let g=new pt([h.x,h.y,d.x,d.y]);for(let k of t)g.
addDisc(k,$.outline);for(let k of this.covered(h))g.add(k);let f=`600 ${this.size(11.5)}px ${gt}`,b=k=>D(k,r).toLocaleUpperCase("vi"),w=i.length>z.most_marked||
n.level==="district"&&!l.districts?[]:i.map(k=>n.units[k]),x=l.districts?n.districts.filter(k=>!w.includes(k)):[],p={around:!0,short:"✗"};this.drawUnits("miss\
ing",w,k=>`✗ ${b(k)}`,f,g,is,p);let y=new Set(e?[e]:[]);if(l.clusters)for(let k of t.filter(({dim:A})=>!A).slice(0,pe))y.add(k);this.drawLabels([...y].map(k=>({
...k,...this.label(k,k===e)})),g),this.drawUnits("district",x,b,f,g,_t,{around:!!o}),l.communes&&a.getZoom()>c+rs&&this.drawUnits("commune",n.communes,({name:k})=>k,
`400 ${this.size(11)}px ${gt}`,g,_t);let{classList:v}=document.documentElement,S=v.contains("bk-names-left-out");v.toggle("bk-names-left-out",this.leftOut||t.length>
pe)!==S&&!o&&this.layer.drawSoon()}covered({x:t,y:e}){let n=this.layer._map.getContainer().getBoundingClientRect();return[...document.querySelectorAll(".leaflet\
-control, .bk-sheet-legend")].map(o=>o.getBoundingClientRect()).filter(({width:o})=>o).map(({left:o,top:i,right:r,bottom:a})=>[o-n.left+t,i-n.top+e,r-n.left+t,a-
n.top+e])}drawLabels(t,e){let{print:n,context:o}=this.layer;de(t,e,this.size(1),{paper:!!n}).forEach((i,r)=>{if(!i){this.leftOut=!0;return}let a=Tt(t[r],i,this.
size(1));this.placed.push({kind:"cluster",of:t[r].cluster.id,box:i,line:a}),a&&(o.strokeStyle=_t,o.lineWidth=this.size(1),o.beginPath(),o.moveTo(...a[0]),o.lineTo(
...a[1]),o.stroke());let{lines:c,lineHeight:l}=t[r];c.forEach(([h,d],g)=>this.text(h,i[0],i[1]+l*g,d,os))})}size(t){let{print:e}=this.layer;return t*(e?.84*e.text:
this.scale)}label({cluster:t},e){let{print:n,view:{weights:o,lang:i}}=this.layer,r=this.size(12.5),a=[[t.name,`${e?700:500} ${r}px ${gt}`]];if(n){let h=t.ha.filter(
(d,g)=>d*o[g]>0).map(d=>M(i,d));a.push([h.join(" + "),`400 ${r-1.5}px ${gt}`])}let c=r*1.18,l=Math.max(...a.map(([h,d])=>this.widthOf(h,d)));return{lines:a,lineHeight:c,
width:l,height:c*a.length}}drawUnits(t,e,n,o,i,r,{around:a=!1,short:c=""}={}){let{plan:l,_map:h}=this.layer,d=h.getBounds(),[g,f]=[2,this.size(15)];for(let b of e.
filter(w=>d.intersects(F(w,l)))){let w=(a?cs:as)(b,l).map(({at:v,within:S})=>({...h.latLngToLayerPoint(v),within:S})),x=(v,S=!1)=>(p=v,me(w,[this.widthOf(v,o)+2*
g,f],i,this.size(1),{always:S})),p="",y=x(n(b))??(c?x(c)??x(c,!0):null);if(!y){this.leftOut=!0;continue}this.placed.push({kind:t,of:b.code,box:y}),this.text(p,y[0]+
g,y[1],o,r)}}text(t,e,n,o,i){let r=this.layer.context;r.font=o,r.textBaseline="top",r.lineJoin="round",r.lineWidth=4,r.strokeStyle="rgba(255,255,255,0.92)",r.strokeText(
t,e,n),r.fillStyle=i,r.fillText(t,e,n)}widthOf(t,e){let n=e+t;return this.widths.has(n)||(this.layer.context.font=e,this.widths.set(n,this.layer.context.measureText(
t).width)),this.widths.get(n)}};var ls=12,be=12,ye=q.extend({options:{pane:"bkClusters"},initialize(s,t){q.prototype.initialize.call(this,s,t),this.view={weights:s.phases.map(()=>1),selected:()=>!0,
selection:"",missing:[],lang:"vi"},this.isCrowd=s.clusters.length>$.crowd,this.hidden=!1,this.active=-1,this.names=new bt(this),this.named=!1,this.pictures=new Map;
let[e,n]=s.bounds.map(we);this.zoomOfWhole=Math.log2($.whole/Math.max(n.x-e.x,e.y-n.y)),this.order=s.clusters.filter(({latlng:i})=>i).sort((i,r)=>zt(r)-zt(i)||i.
index-r.index);let o=new Map;this.points=s.clusters.map(({latlng:i})=>(o.has(String(i))||o.set(String(i),i&&we(i)),o.get(String(i))))},setView(s){Object.assign(
this.view,s),this._map&&this.draw()},scale(s=this._map.getZoom()){let t=s-this.zoomOfWhole,e=Math.min($.most_growth,Math.max($.least_growth,2**(t/2)));return Math.
min(this.plan.scale*e,this.plan.crowd*2**t)},beyond(s){let[t,e]=this.plan.bounds.map(o=>L.CRS.EPSG3857.latLngToPoint(L.latLng(o),s)),n=[0,0,0,0];for(let o of this.
isCrowd?[]:this.order){let{x:i,y:r,r:a}=this.disc(o,this.plan.phases.map(()=>1),s,{x:0,y:0},this.scale(s));[t.x-i+a,e.y-r+a,i+a-e.x,r+a-t.y].forEach((l,h)=>{n[h]=
Math.max(n[h],l)})}return n},offsets(s,t){let e=this.order.length>$.crowd?1:2**s/t;if(this.away?.units===e)return this.away;let n=this.order.map(o=>{let{x:i,y:r}=this.
points[o.index];return{x:i*e,y:r*e,r:Math.sqrt(zt(o))}});return this.away=[],this.away.units=e,ue(n,1/this.plan.scale).forEach(({x:o,y:i},r)=>{this.away[this.order[r].
index]=[o-n[r].x,i-n[r].y]}),this.away},disc(s,t=this.view.weights,e=this._map.getZoom(),n=this._map.getPixelOrigin(),o=this.scale()){let i=this.points[s.index],
r=this.offsets(e,o)[s.index],a=2**e,[c,l]=[i.x*a-n.x,i.y*a-n.y],h=G(s.ha,t,o);return{x:c+r[0]*o,y:l+r[1]*o,r:h.at(-1),radii:h,anchor:[c,l],point:i}},at(s){let t=null,
e=1/0;for(let n of this.hidden?[]:this.order){let{x:o,y:i,r}=this.disc(n);if(!r)continue;let a=Math.hypot(s.x-o,s.y-i);a<=Math.max(r,ls)&&a/r<e&&(t=n,e=a/r)}return t},
draw({blank:s=!1}={}){if(s&&this.pictures.clear(),!this.begin(s))return;let{discs:t,canvas:e}=this.hidden?{discs:[]}:this.picture(this.view.weights),{min:n}=this.
_bounds,o=this._bounds.getSize();e?this.context.drawImage(e,n.x,n.y,o.x,o.y):Pt(this.context,t,this.plan.phases);let i=t.find(({cluster:r})=>r.index===this.active);
i&&Ct(this.context,i,this.plan.phases,!0),this.drawn={discs:t,active:i},this.print||this.named&&!e?this.names.draw(t,i):this.named&&this.nameLater()},drawSoon(){
this.soon??=requestAnimationFrame(()=>{this.soon=null,this.draw()})},nameLater(){this.callOff?.(),this.callOff=V(()=>{this.named=!0,this.context&&(this.names.draw(
this.drawn.discs,this.drawn.active),this.pictures.size&&this.later(()=>this.foresee()))})},discs(s){let{min:t,max:e}=this._bounds,n=this._map.getZoom(),o=this._map.
getPixelOrigin(),i=this.scale(),r=[];for(let a of this.order){let c=this.disc(a,s,n,o,i),{x:l,y:h,r:d}=c;!d||l+d<t.x||l-d>e.x||h+d<t.y||h-d>e.y||(c.cluster=a,c.
dim=!this.view.selected(a),r.push(c))}return r},picture(s){let t=`${s} ${this.view.selection}`;if(this.pictures.has(t))return this.pictures.get(t);let e={discs:this.
discs(s),canvas:null};if(e.discs.length<=$.crowd||this.print)return e;e.canvas=document.createElement("canvas"),e.canvas.width=this._container.width,e.canvas.height=
this._container.height;let n=e.canvas.getContext("2d");return n.setTransform(this.context.getTransform()),Pt(n,e.discs,this.plan.phases),s.every(Number.isInteger)&&
this.pictures.size<be&&this.pictures.set(t,e),e},foresee(){let{phases:s}=this.plan,e=s.map(({end:o})=>s.map(i=>+(i.end<=o))).find(o=>!this.pictures.has(`${o} ${this.
view.selection}`));if(!e||!this._map||!this.drawn.discs.length||this.pictures.size>=be)return;let{canvas:n}=this.picture(e);n&&(n.getContext("2d").getImageData(
0,0,1,1),this.later(()=>this.foresee()))},later(s){clearTimeout(this.waiting),this.waiting=setTimeout(s,60)}}),zt=s=>C(s,s.ha.map(()=>1)),we=s=>L.CRS.EPSG3857.latLngToPoint(
L.latLng(s),0);var hs=350,us=760,wt=class{constructor(t,e,n){this.map=t,this.plan=e,this.rem=et(),this.still=window.matchMedia("(prefers-reduced-motion: reduce)");for(let[o,i]of[
["bkGround",350],["bkClusters",450]])Object.assign(t.createPane(o).style,{zIndex:i,pointerEvents:"none"});t.attributionControl.setPrefix("Leaflet"),this.legendOpen=
this.isWide(),this.backdrop=new te(e),this.clusters=new ye(e),this.fitWhole(!1),t.setMinZoom(t.getZoom()-1.5),t.setMaxBounds(L.latLngBounds(e.bounds).pad(.8)),this.
backdrop.addTo(t),this.clusters.setView(n),this.clusters.addTo(t)}isWide(){return this.map.getSize().x>us}padding(t){let e=this.isWide()&&this.legendOpen?this.rem*
17:0;return{paddingTopLeft:[t+e,t],paddingBottomRight:[t,t]}}boundsOf(t){return t?F(t,this.plan):this.plan.bounds}fitWhole(t=!0){let{map:e,plan:{bounds:n}}=this,
{paddingTopLeft:[o,i],paddingBottomRight:[r,a]}=this.padding(8),[c,l,h,d]=[0,0,0,0];for(let g=0;g<3;g++){let f=e.getBoundsZoom(n,!1,L.point(o+c+r+h,i+l+a+d));[c,
l,h,d]=this.clusters.beyond(f)}e.fitBounds(n,{paddingTopLeft:[o+c,i+l],paddingBottomRight:[r+h,a+d],animate:t})}zoomTo(t,e=!this.still.matches){t?e?this.map.flyToBounds(
this.boundsOf(t),{...this.padding(24),duration:.6}):this.map.fitBounds(this.boundsOf(t),{...this.padding(24),animate:e}):this.fitWhole(e)}zoomToCommune(t){this.
map.fitBounds(this.boundsOf(t),{...this.padding(60),maxZoom:12,animate:!this.still.matches})}reveal(){let{top:t,bottom:e}=this.map.getContainer().getBoundingClientRect();
t>=0&&e<=window.innerHeight||this.map.getContainer().scrollIntoView({block:"nearest",behavior:this.still.matches?"auto":"smooth"})}outline(t){this.outlined?.remove(),
this.outlined=t&&L.polygon(W(t,this.plan),{interactive:!1,fill:!1,color:"#1c2329",weight:2.6}).addTo(this.map)}highlight(t){this.clusters.active!==t&&(this.clusters.
active=t,this.clusters.drawSoon())}show({weights:t,...e},n){cancelAnimationFrame(this.frame);let o=n||this.still.matches;this.clusters.setView(o?{weights:t,...e}:
e),o||this.grow(t)}grow(t){let e=this.clusters.view.weights;if(t.every((i,r)=>i===e[r]))return;let n=performance.now(),o=i=>{let r=Math.min(1,Math.max(0,(i-n)/hs));
this.clusters.setView({weights:t.map((a,c)=>e[c]+(a-e[c])*r)}),r<1&&(this.frame=requestAnimationFrame(o))};this.frame=requestAnimationFrame(o)}paint(t,e){this.show(
e,!0),this.backdrop.paint(t),this.clusters.paint(t)}};var ds=1600,fs=["head","verdict","timeline","tools","search","summary","list","source","sheet"],Bt=class{constructor(t){this.map=t,this.plan=Wt(JSON.parse(document.
getElementById("bk-plan").textContent)),jt(this.plan.words),this.state=Et(this.plan,location.hash),this.boxes=Object.fromEntries(fs.map(e=>[e,document.getElementById(
`bk-${e}`)])),this.view=new wt(t,this.plan,this.shown()),this.clusters=this.view.clusters,this.layers=new ft(t,this.plan,this.view),this.controls=new dt(this),this.
popups=new mt(this),this.print=oe({map:t,whole:()=>L.latLngBounds(this.view.boundsOf(this.selectedUnit())),sheet:this.boxes.sheet,parts:()=>ne(this.plan,this.state,
this.clusters.scale()),paint:e=>this.view.paint(e,this.shown())}),this.listen(),this.selectedUnit()&&this.zoomToSelection(!1),this.ready=new Promise(e=>{V(()=>{
this.renderWords(),this.show({instantly:!0}),this.state.cluster!==null&&this.popups.open(this.state.cluster),this.clusters.nameLater(),e()})})}listen(){let{map:t,
view:e}=this;t.on("click",({layerPoint:n,latlng:o})=>{let i=this.clusters.at(n);i?this.set({cluster:i.index}):this.popups.name(o)}),t.on("mousemove",({layerPoint:n})=>{
if(t.dragging.moving())return;let o=this.clusters.at(n);t.getContainer().style.cursor=o?"pointer":"",e.highlight(o?o.index:-1)}),t.on("mouseout",()=>e.highlight(
-1)),t.on("zoomend",()=>this.controls.renderLegend()),window.addEventListener("hashchange",({newURL:n})=>{clearInterval(this.timer),this.state={...this.state,...Et(
this.plan,new URL(n).hash)},this.renderWords(),this.show(),this.zoomToSelection(!1),this.popups.open(this.state.cluster)}),document.addEventListener("keydown",n=>{
n.key==="Escape"&&!n.target.closest("dialog")&&t.closePopup(),!(n.target.closest("input, select, textarea, dialog, .leaflet-container")||n.altKey||n.ctrlKey||n.
metaKey)&&(n.key==="ArrowRight"?this.step(1):n.key==="ArrowLeft"&&this.step(-1))})}set(t){let e=this.state;this.state={...e,...t},t.lang&&t.lang!==e.lang&&this.
renderWords(),xe(this.plan,e)!==xe(this.plan,this.state)&&this.controls.renderLegend(),this.show(),"cluster"in t&&t.cluster!==e.cluster&&this.popups.open(t.cluster)}select({
district:t=null,subregion:e=null}){let{state:n}=this,o=n.district===t&&n.subregion===e;this.set(o?{district:null,subregion:null}:{district:t,subregion:e}),this.
zoomToSelection(),this.view.reveal()}selectedUnit({district:t,subregion:e}=this.state){return t!==null?this.plan.districts[t]:this.plan.subregions[e]||null}zoomToSelection(t){
this.view.zoomTo(this.selectedUnit(),t)}step(t){let e=this.plan.phases.map(o=>o.end),n=e[e.indexOf(this.state.by)+t];n!==void 0&&this.set({by:n})}play(){if(this.
state.playing){clearInterval(this.timer),this.set({playing:!1});return}let t=this.plan.phases.map(e=>e.end);this.set({playing:!0,by:t[0]}),this.timer=setInterval(
()=>{this.state.by===t.at(-1)?this.play():this.step(1)},ds)}found({kind:t,item:e,index:n}){t==="district"?(this.set({district:n,subregion:null}),this.zoomToSelection()):
t==="cluster"?this.set({district:null,subregion:null,cluster:n}):(this.view.zoomToCommune(e),this.popups.name(L.latLngBounds(this.view.boundsOf(e)).getCenter()),
this.view.outline(e))}shown(){let{plan:t,state:e}=this;return{weights:P(t,e),selected:n=>U(t,e,n),selection:`${e.district} ${e.subregion}`,missing:N(t,e.by),lang:e.
lang}}show({instantly:t=!1}={}){let{isCrowd:e}=this.clusters;this.view.outline(this.selectedUnit()),this.view.show(this.shown(),t||e),t||!e?this.showPanel():this.
ready=this.showPanelLater()}showPanelLater(){return this.later??=new Promise(t=>{V(()=>{this.later=null,this.showPanel(),t()})}),this.later}showPanel(){let{plan:t,
state:e,boxes:n}=this;_(n.verdict,ct(t,e)),this.live?.show(e),_(n.list,Vt(t,e,{open:o=>this.set({cluster:o}),hover:o=>this.view.highlight(o)}));try{let o=ae(t,e);
history.replaceState(null,"",o?`#${o}`:location.pathname+location.search)}catch{}}renderWords(){let{plan:t,state:e,boxes:n}=this,{lang:o}=e;document.documentElement.
lang=o,document.title=t.title[o];let i=this.map.getContainer();i.setAttribute("role","region"),i.setAttribute("aria-label",m(o,"map")),this.live=new tt,_(n.head,
at(t,e)),_(n.tools,Gt(o,{speak:r=>this.set({lang:r}),table:()=>Xt(t,this.state),print:this.print})),_(n.timeline,qt(t,o,this.live,{set:r=>this.set(r),play:()=>this.
play()})),_(n.summary,Zt(t,o,this.live,{select:r=>this.select(r)})),this.live.show(e),_(n.search,ie(t,o,r=>this.found(r))),_(n.source,lt(t,o)),this.controls.render(),
this.popups.renew()}addForeign(t){t.length&&(this.layers.addForeign(t),this.controls.renderLayers())}};function xe(s,{district:t,subregion:e,by:n}){return[t,e,N(
s,n).length>0].join(" ")}function ms(s){return new Bt(s)}return Me(ps);})();
